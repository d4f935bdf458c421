using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gateway.Server.Pki;

/// <summary>Reads PEM files (RFC 7468). A private key that others may read is refused.</summary>
internal static class PemFiles
{
    private const string CertificateBegin = "-----BEGIN CERTIFICATE-----";

    /// <summary>The files of a key pair.</summary>
    public static IReadOnlyList<string> FilesOf(string keyPair) => [keyPair + ".pem", keyPair + ".key"];

    /// <summary>Reads <c>NAME.pem</c> (the certificate, then its issuers) and <c>NAME.key</c>.</summary>
    /// <exception cref="InvalidDataException">
    /// A file is missing, not PEM, cut off, readable by others, or the key is another one's.
    /// </exception>
    public static KeyPair LoadKeyPair(FileSnapshot files, string name)
    {
        var text = TextOf(files, name + ".pem");
        var key = Encoding.UTF8.GetChars(files.SecretBytes(name + ".key").ToArray());
        try
        {
            return Reading(files.PathOf(name + ".pem"), () =>
            {
                var chain = Parse(text);
                using var bare = chain[0];
                return new KeyPair(
                    X509Certificate2.CreateFromPem(text, key),
                    [.. chain.Skip(1).Where(issuer => issuer.Subject != issuer.Issuer)]);
            });
        }
        finally
        {
            Array.Clear(key);
        }
    }

    /// <summary>Reads a key pair of a folder.</summary>
    /// <exception cref="InvalidDataException">As above.</exception>
    public static KeyPair LoadKeyPair(string directory, string name)
    {
        using var files = FileSnapshot.Read(directory, FilesOf(name));
        return LoadKeyPair(files, name);
    }

    /// <summary>Reads the certificates of one or more authorities from a file.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is missing, not PEM, cut off, or holds a certificate that is not an authority's.
    /// </exception>
    public static IReadOnlyList<X509Certificate2> LoadRoots(FileSnapshot files, string file)
    {
        using var made = new Unkept();
        var roots = made.Add(LoadCertificates(files, file));
        return Reading(files.PathOf(file), () =>
        {
            foreach (var root in roots)
            {
                if (!root.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority))
                    throw new CryptographicException($"'{root.Subject}' is not the certificate of an authority.");
            }

            return made.Keep(roots);
        });
    }

    /// <summary>Reads the certificates of one or more authorities from a file of a folder.</summary>
    /// <exception cref="InvalidDataException">As above.</exception>
    public static IReadOnlyList<X509Certificate2> LoadRoots(string directory, string file)
    {
        using var files = FileSnapshot.Read(directory, [file]);
        return LoadRoots(files, file);
    }

    /// <summary>Reads one or more certificates of any kind from a file.</summary>
    /// <exception cref="InvalidDataException">The file is missing, not PEM, cut off, or holds none.</exception>
    public static IReadOnlyList<X509Certificate2> LoadCertificates(FileSnapshot files, string file)
    {
        var text = TextOf(files, file);
        return Reading(files.PathOf(file), () => (IReadOnlyList<X509Certificate2>)[.. Parse(text)]);
    }

    /// <summary>Reads one or more certificates of any kind from a file of a folder.</summary>
    /// <exception cref="InvalidDataException">As above.</exception>
    public static IReadOnlyList<X509Certificate2> LoadCertificates(string directory, string file)
    {
        using var files = FileSnapshot.Read(directory, [file]);
        return LoadCertificates(files, file);
    }

    // What is not a whole block the framework passes over, so a file that is still being written could seem whole.
    private static X509Certificate2Collection Parse(string text)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(text);
        if (certificates.Count == 0)
            throw new CryptographicException("it holds no certificate.");
        return certificates.Count == text.Split(CertificateBegin).Length - 1
            ? certificates
            : throw new CryptographicException("one of its certificates is cut off.");
    }

    private static string TextOf(FileSnapshot files, string file) => Encoding.UTF8.GetString(files.Bytes(file).Span);

    private static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidDataException($"'{path}' cannot be used: {e.Message}", e);
        }
    }
}
