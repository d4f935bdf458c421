using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Pkcs;

namespace Gateway.Evidence;

/// <summary>The signed attributes by which a signer names its own certificate: ESSCertID (RFC 2634) and ESSCertIDv2
/// (RFC 5816).</summary>
internal static class CertificateIds
{
    /// <summary>Whether there is one of the two, and whatever is there names the certificate.</summary>
    internal static bool Name(AttributeTable? attributes, X509Certificate2 certificate)
    {
        var first = attributes?[PkcsObjectIdentifiers.IdAASigningCertificate];
        var second = attributes?[PkcsObjectIdentifiers.IdAASigningCertificateV2];
        return (first is not null || second is not null)
            && (first is null || NameByFirst(first, certificate))
            && (second is null || NameBySecond(second, certificate));
    }

#pragma warning disable CA5350 // What RFC 3161 itself prescribes; the signature is checked with the key beside it.
    private static bool NameByFirst(Org.BouncyCastle.Asn1.Cms.Attribute attribute, X509Certificate2 certificate) =>
        SigningCertificate.GetInstance(attribute.AttrValues[0]).GetCerts()[0].GetCertHash().AsSpan()
            .SequenceEqual(SHA1.HashData(certificate.RawData));
#pragma warning restore CA5350

    private static bool NameBySecond(Org.BouncyCastle.Asn1.Cms.Attribute attribute, X509Certificate2 certificate)
    {
        var id = SigningCertificateV2.GetInstance(attribute.AttrValues[0]).GetCerts()[0];
        var digest = id.HashAlgorithm.Algorithm.Id switch
        {
            CmsOids.Sha256 => SHA256.HashData(certificate.RawData),
            CmsOids.Sha384 => SHA384.HashData(certificate.RawData),
            CmsOids.Sha512 => SHA512.HashData(certificate.RawData),
            _ => [],
        };
        return id.GetCertHash().AsSpan().SequenceEqual(digest);
    }
}
