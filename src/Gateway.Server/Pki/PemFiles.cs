using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>A certificate with its private key, and its issuers without the root.</summary>
internal sealed record KeyPair(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers);

/// <summary>Reads PEM files (RFC 7468). A private key that others may read is refused.</summary>
internal static class PemFiles
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads <c>NAME.pem</c> (the certificate, then its issuers) and <c>NAME.key</c>.</summary>
    /// <exception cref="InvalidDataException">
    /// A file is missing, not PEM, readable by others, or the key is another one's.
    /// </exception>
    public static KeyPair LoadKeyPair(string directory, string name)
    {
        var certificateFile = Path.Combine(directory, name + ".pem");
        var keyFile = Path.Combine(directory, name + ".key");
        if (!OperatingSystem.IsWindows() && File.Exists(keyFile) && (File.GetUnixFileMode(keyFile) & Others) != 0)
            throw new InvalidDataException($"'{keyFile}' is a private key that others may read; set its mode to 0600.");

        return Reading(certificateFile, () =>
        {
            var certificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificateFile);
            return new KeyPair(certificate, [.. chain.Skip(1).Where(issuer => issuer.Subject != issuer.Issuer)]);
        });
    }

    /// <summary>Reads one or more root certificates from a file.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is missing, not PEM, or holds a certificate that is not an authority's.
    /// </exception>
    public static IReadOnlyList<X509Certificate2> LoadRoots(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return Reading(path, () =>
        {
            var roots = LoadCertificates(directory, file);
            foreach (var root in roots)
            {
                if (!root.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority))
                    throw new CryptographicException($"'{root.Subject}' is not the certificate of an authority.");
            }

            return roots;
        });
    }

    /// <summary>Reads one or more certificates of any kind from a file.</summary>
    /// <exception cref="InvalidDataException">The file is missing, not PEM, or holds none.</exception>
    public static IReadOnlyList<X509Certificate2> LoadCertificates(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return Reading(path, () =>
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0
                ? (IReadOnlyList<X509Certificate2>)[.. certificates]
                : throw new CryptographicException("it holds no certificate.");
        });
    }

    /// <summary>Reads a file that is not PEM.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public static byte[] LoadBytes(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        return Reading(path, () => File.ReadAllBytes(path));
    }

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' cannot be used: {e.Message}", e);
        }
    }
}
