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
            var roots = new X509Certificate2Collection();
            roots.ImportFromPemFile(path);
            if (roots.Count == 0)
                throw new CryptographicException("it holds no certificate.");
            foreach (var root in roots)
            {
                if (!root.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority))
                    throw new CryptographicException($"'{root.Subject}' is not the certificate of an authority.");
            }

            return (IReadOnlyList<X509Certificate2>)[.. roots];
        });
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
