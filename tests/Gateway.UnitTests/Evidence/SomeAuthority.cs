using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;

namespace Gateway.UnitTests.Evidence;

/// <summary>A time-stamp authority below the issuer of <see cref="SomePki.Shared"/>.</summary>
internal sealed class SomeAuthority
{
    internal const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    internal const string Policy = "1.2.3.4.1";

    private static int _serial;

    internal SomeAuthority(RSA? key = null, DateTimeOffset? notAfter = null)
    {
        Certificate = Make([TimeStamping], critical: true, notAfter, key);
    }

    internal X509Certificate2 Certificate { get; }

    /// <summary>Whether the token has the certificate and its issuer, if they are asked for.</summary>
    internal bool BringsCertificates { get; init; } = true;

    /// <summary>The digest that the token is signed over.</summary>
    internal string Digest { get; init; } = TspAlgorithms.Sha256;

    /// <summary>A certificate with these purposes.</summary>
    internal static X509Certificate2 Make(
        string[] purposes, bool critical, DateTimeOffset? notAfter = null, RSA? rsa = null)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedName("CN=Time Keeper");
        var request = rsa is null
            ? new CertificateRequest(name, curve, HashAlgorithmName.SHA256)
            : new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        if (purposes.Length > 0)
            request.CertificateExtensions.Add(
                new X509EnhancedKeyUsageExtension([.. purposes.Select(each => new Oid(each))], critical));
        using var issuerKey = SomePki.Shared.Issuer.GetECDsaPrivateKey()!;
        using var certificate = request.Create(
            SomePki.Shared.Issuer.SubjectName,
            X509SignatureGenerator.CreateForECDsa(issuerKey),
            SomePki.Now.AddDays(-10),
            notAfter ?? SomePki.Now.AddDays(80),
            [0x51, .. BitConverter.GetBytes(Interlocked.Increment(ref _serial))]);
        return rsa is null ? certificate.CopyWithPrivateKey(curve) : certificate.CopyWithPrivateKey(rsa);
    }

    /// <summary>Answers a question.</summary>
    internal byte[] Answer(byte[] query, DateTimeOffset time, BigInteger? otherNonce = null)
    {
        var request = new TimeStampRequest(query);
        if (otherNonce is not null)
            request = With(request, otherNonce);
        return new TimeStampResponseGenerator(Generator(), TspAlgorithms.Allowed)
            .Generate(request, BigInteger.One, time.UtcDateTime).GetEncoded();
    }

    /// <summary>A token over bytes.</summary>
    internal byte[] Token(byte[] data, DateTimeOffset time)
    {
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        var request = generator.Generate(
            new Org.BouncyCastle.Asn1.DerObjectIdentifier(TspAlgorithms.Sha256), SHA256.HashData(data));
        return Generator().Generate(request, BigInteger.One, time.UtcDateTime).GetEncoded();
    }

    private static TimeStampRequest With(TimeStampRequest request, BigInteger nonce)
    {
        var generator = new TimeStampRequestGenerator();
        generator.SetCertReq(true);
        return generator.Generate(
            new Org.BouncyCastle.Asn1.DerObjectIdentifier(request.MessageImprintAlgOid),
            request.GetMessageImprintDigest(),
            nonce);
    }

    private TimeStampTokenGenerator Generator()
    {
        var parser = new X509CertificateParser();
        var certificate = parser.ReadCertificate(Certificate.RawData);
        AsymmetricAlgorithm key = Certificate.GetECDsaPrivateKey() ?? (AsymmetricAlgorithm)Certificate.GetRSAPrivateKey()!;
        var generator = new TimeStampTokenGenerator(
            PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey()), certificate, Digest, Policy);
        if (BringsCertificates)
            generator.SetCertificates(CollectionUtilities.CreateStore(
                [certificate, parser.ReadCertificate(SomePki.Shared.Issuer.RawData)]));
        return generator;
    }
}
