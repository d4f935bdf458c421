using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Client.Connection;

namespace Gateway.Client;

/// <summary>A caller's certificate with its private key, and its issuers without the root.</summary>
/// <param name="Certificate">The certificate; its private key is usable for TLS on every platform.</param>
/// <param name="Issuers">Its issuers up to, but without, the root.</param>
public sealed record CallerCertificate(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Issuers)
{
    /// <summary>Reads PEM files (RFC 7468): the certificate followed by its issuers, and its private key.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="CryptographicException">A file is not PEM, or the key is not the certificate's.</exception>
    public static CallerCertificate FromPemFiles(string certificateFile, string keyFile)
    {
        var certificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        var file = new X509Certificate2Collection();
        file.ImportFromPemFile(certificateFile);
        return new CallerCertificate(UsableForTls(certificate), [.. file.Skip(1).Where(c => c.Subject != c.Issuer)]);
    }

    /// <summary>
    /// The caller's SPIFFE id: the one URI among the subject's alternative names; null where there is not exactly one.
    /// </summary>
    public string? SpiffeId()
    {
        var uris = Certificate.Extensions
            .Where(extension => extension.Oid?.Value == "2.5.29.17")
            .SelectMany(extension => SubjectAlternativeNames.Uris(extension.RawData))
            .ToList();
        return uris is [var uri] ? uri : null;
    }

    // SChannel takes no key that exists in memory only, as a key read from PEM does.
    private static X509Certificate2 UsableForTls(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
            return certificate;

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }
}
