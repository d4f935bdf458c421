using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>
/// A root, an issuer under it, and signing certificates under the issuer, all valid around <see cref="Now"/>.
/// </summary>
internal sealed class SomePki
{
    internal const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    internal static readonly DateTimeOffset Now = new(2026, 8, 20, 9, 30, 15, 250, TimeSpan.Zero);

    private static int _serial;

    internal SomePki(string name = "Traffic Prosecution")
    {
        Root = Authority($"CN={name} Root, O={name}", issuer: null);
        Issuer = Authority($"CN={name} Issuer, O={name}", Root);
    }

    internal static SomePki Shared { get; } = new();

    internal X509Certificate2 Root { get; }

    internal X509Certificate2 Issuer { get; }

    /// <summary>What a caller of the gateway is given: the root, and the issuer that leads to it.</summary>
    internal X509Certificate2Collection Trusted => [Root, Issuer];

    internal CertificateBatchSigner Signer() => new(Signing(), [Issuer]);

    internal X509Certificate2 Signing(
        X509KeyUsageFlags usage = X509KeyUsageFlags.NonRepudiation,
        string? purpose = DocumentSigning,
        ECCurve? curve = null,
        DateTimeOffset? notAfter = null,
        X509Certificate2? issuer = null,
        string unit = "Fines")
    {
        using var key = ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            $"CN=Signing, OU={unit}, O=Traffic Prosecution", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        if (purpose is not null)
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        using var certificate = request.Create(
            issuer ?? Issuer, Now.AddDays(-10), notAfter ?? Now.AddDays(80), Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 Authority(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        if (issuer is null)
            return request.CreateSelfSigned(Now.AddDays(-100), Now.AddDays(1000));
        using var certificate = request.Create(issuer, Now.AddDays(-100), Now.AddDays(900), Serial());
        return certificate.CopyWithPrivateKey(key);
    }

    // The first byte has its high bit set, as half of all random serial numbers have.
    private static byte[] Serial() => [0xC3, .. BitConverter.GetBytes(Interlocked.Increment(ref _serial))];
}
