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
    /// <param name="files">What was named; nothing asks for the sample roots.</param>
    /// <param name="workingDirectory">Where relative paths begin.</param>
    /// <param name="sampleFolder">Where the sample roots are; looked for where it is null.</param>
    /// <exception cref="UsageException">A file is missing or holds no certificate.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(
        string[]? files, string workingDirectory, string? sampleFolder = null) => files is { Length: > 0 }
            ? [.. files.Select(file => PublicKeyOf(Path.GetFullPath(file, workingDirectory)))]
            : OfSample(sampleFolder ?? SampleFolder.FindCertificates(workingDirectory));

    /// <summary>Public keys of the sample roots.</summary>
    /// <exception cref="UsageException">They are not there.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> OfSample(string folder) =>
        [.. Samples.Select(name => PublicKeyOf(Path.Combine(folder, name)))];

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
