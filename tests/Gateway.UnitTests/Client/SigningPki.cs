using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;

namespace Gateway.UnitTests.Client;

/// <summary>A root and a signing certificate below it, made in memory.</summary>
internal sealed class SigningPki : IDisposable
{
    private static readonly Oid DocumentSigning = new("1.3.6.1.5.5.7.3.36");

    public SigningPki(DateTimeOffset now)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("O=Prosecution, CN=Signing root", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        root.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(root.PublicKey, false));
        Root = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = new CertificateRequest("O=Prosecution, CN=Response signing", key, HashAlgorithmName.SHA256);
        leaf.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        leaf.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.NonRepudiation, critical: true));
        leaf.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([DocumentSigning], false));
        leaf.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, true, false));
        using var bare = leaf.Create(Root, now.AddDays(-1), now.AddDays(30), RandomNumberGenerator.GetBytes(8));
        Signer = new CertificateBatchSigner(bare.CopyWithPrivateKey(key), []);
    }

    public X509Certificate2 Root { get; }

    public IBatchSigner Signer { get; }

    public void Dispose()
    {
        Signer.Dispose();
        Root.Dispose();
    }
}
