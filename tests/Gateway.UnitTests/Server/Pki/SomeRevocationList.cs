using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace Gateway.UnitTests.Server.Pki;

/// <summary>A revocation list of any kind, right unless a test says otherwise.</summary>
internal sealed record SomeRevocationList(X509Certificate2 Issuer)
{
    public DateTimeOffset ThisUpdate { get; init; } = TimeProvider.System.GetUtcNow().AddMinutes(-10);

    public DateTimeOffset? NextUpdate { get; init; } = TimeProvider.System.GetUtcNow().AddDays(7);

    public X509Certificate2? SignedBy { get; init; }

    public string Algorithm { get; init; } = "SHA256WITHECDSA";

    public long? Number { get; init; } = 5;

    public string Serial { get; init; } = "0A1B";

    public IReadOnlyList<(DerObjectIdentifier Name, bool IsCritical)> Extensions { get; init; } = [];

    public bool HasCriticalEntry { get; init; }

    public byte[] ToDer()
    {
        var list = new X509V2CrlGenerator();
        list.SetIssuerDN(X509Name.GetInstance(Asn1Object.FromByteArray(Issuer.SubjectName.RawData)));
        list.SetThisUpdate(ThisUpdate.UtcDateTime);
        if (NextUpdate is { } next)
            list.SetNextUpdate(next.UtcDateTime);
        if (Number is { } number)
            list.AddExtension(X509Extensions.CrlNumber, false, new CrlNumber(BigInteger.ValueOf(number)));
        foreach (var (name, isCritical) in Extensions)
            list.AddExtension(name, isCritical, ValueOf(name));
        AddEntry(list);
        using var key = (SignedBy ?? Issuer).GetECDsaPrivateKey()!;
        return list.Generate(new Asn1SignatureFactory(
            Algorithm, PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey()))).GetEncoded();
    }

    private static Asn1Encodable ValueOf(DerObjectIdentifier name) =>
        name.Equals(X509Extensions.IssuingDistributionPoint)
            ? new IssuingDistributionPoint(null, true, false, null, false, false)
            : DerInteger.ValueOf(1);

    private void AddEntry(X509V2CrlGenerator list)
    {
        var extensions = new X509ExtensionsGenerator();
        if (HasCriticalEntry)
            extensions.AddExtension(X509Extensions.CertificateIssuer, true, DerInteger.ValueOf(1));
        list.AddCrlEntry(new BigInteger(Serial, 16), ThisUpdate.UtcDateTime, extensions.Generate());
    }
}
