using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>The roots that sign trust lists: what is pinned is their public keys.</summary>
internal static class PinnedRoots
{
    private static readonly string[] Samples = ["clearance-root-1.pem", "clearance-root-2.pem"];

    /// <summary><c>--root</c>.</summary>
    public static Option<string[]> Option() => new("--root")
    {
        Description = "Certificate of a root that signs trust lists, PEM; once for each. Default: the sample roots.",
        HelpName = "FILE",
    };

    /// <summary>Their public keys: SubjectPublicKeyInfo, DER.</summary>
    /// <exception cref="UsageException">A file is missing or holds no certificate.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(string[]? files, string workingDirectory)
    {
        if (files is not { Length: > 0 })
        {
            var folder = SampleFolder.FindCertificates(workingDirectory);
            files = [.. Samples.Select(name => Path.Combine(folder, name))];
        }

        return [.. files.Select(file => PublicKeyOf(Path.GetFullPath(file, workingDirectory)))];
    }

    private static ReadOnlyMemory<byte> PublicKeyOf(string path)
    {
        using var certificate = CertificateAt(path);
        return certificate.PublicKey.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The certificate of a PEM file, its first.</summary>
    /// <exception cref="UsageException">The file is missing or holds none.</exception>
    internal static X509Certificate2 CertificateAt(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        var found = new X509Certificate2Collection();
        found.ImportFromPemFile(path);
        return found.Count > 0 ? found[0] : throw new UsageException($"'{path}' holds no certificate.");
    }
}
