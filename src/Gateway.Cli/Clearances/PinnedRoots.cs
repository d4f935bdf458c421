using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary>The roots that sign trust lists: what is pinned is their public keys.</summary>
internal static class PinnedRoots
{
    private const string PublicKeyLabel = "PUBLIC KEY";

    // How the SubjectPublicKeyInfo of every key on P-256 begins (RFC 5480, section 2).
    private static readonly byte[] P256Start =
        Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D030107034200");

    private static readonly string[] Samples = ["clearance-root-1.pem", "clearance-root-2.pem"];

    /// <summary><c>--root</c>.</summary>
    public static Option<string[]> Option() => new("--root")
    {
        Description = "Certificate of a root that signs trust lists, PEM; once for each. Default: the sample roots.",
        HelpName = "FILE",
    };

    /// <summary><c>--root</c> where the sample roots are not meant.</summary>
    public static Option<string[]> Required() => new("--root")
    {
        Description = "Certificate or public key of a root that signs trust lists, PEM; once for each.",
        HelpName = "FILE",
        Required = true,
    };

    /// <summary>Their public keys: SubjectPublicKeyInfo, DER.</summary>
    /// <param name="files">What was named; nothing asks for the sample roots.</param>
    /// <param name="workingDirectory">Where relative paths begin.</param>
    /// <param name="sampleFolder">Where the sample roots are; looked for where it is null.</param>
    /// <exception cref="UsageException">A file is missing or holds no key on P-256.</exception>
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
        var subjectPublicKeyInfo = PublicKeyIn(path) ?? OfCertificate(path);
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
            if (subjectPublicKeyInfo.AsSpan().StartsWith(P256Start))
                return subjectPublicKeyInfo;
        }
        catch (CryptographicException)
        {
            // It is of another kind, or none.
        }
        throw new UsageException($"'{path}' is not a key on the curve P-256.");
    }

    // Null where the file is no public key.
    private static byte[]? PublicKeyIn(string path) =>
        File.Exists(path) && File.ReadAllText(path) is var pem && PemEncoding.TryFind(pem, out var found)
            && pem[found.Label] == PublicKeyLabel
            ? Convert.FromBase64String(pem[found.Base64Data])
            : null;

    private static byte[] OfCertificate(string path)
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
