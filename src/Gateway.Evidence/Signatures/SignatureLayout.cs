using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Evidence;

/// <summary>
/// The one DER encoding of a detached CMS SignedData (RFC 5652) by one signing certificate, as CAdES B-B (ETSI EN 319
/// 122-1). What does not change between signatures is encoded once for each length that a signature value can have. It
/// writes signatures, and verifying compares with what it would have written. Thread-safe.
/// </summary>
internal sealed class SignatureLayout
{
    /// <summary>Longest DER of an ECDSA signature value on P-256: two integers of 33 bytes.</summary>
    internal const int MaxSignatureValue = 72;

    private const int MinSignatureValue = 8;
    private const int OctetStringHeader = 2;

    // [0] IMPLICIT in SignerInfo, where the digested form has the tag of SET.
    private const byte AttributesTag = 0xA0;

    private readonly byte[] _certificate;
    private readonly byte[] _issuer;
    private readonly byte[] _serial;
    private readonly byte[] _signatureAlgorithm = Algorithm(CmsOids.EcdsaWithSha256);
    private readonly AttributesTemplate _utc;
    private readonly AttributesTemplate _generalized;
    private readonly byte[]?[] _utcWholes = new byte[MaxSignatureValue + 1][];
    private readonly byte[]?[] _generalizedWholes = new byte[MaxSignatureValue + 1][];

    internal SignatureLayout(X509Certificate2 certificate)
    {
        _certificate = certificate.RawData;
        _issuer = certificate.IssuerName.RawData;
        _serial = certificate.SerialNumberBytes.ToArray();
        CertificateDigest = SHA256.HashData(_certificate);
        _utc = new AttributesTemplate(CertificateDigest, generalizedTime: false);
        _generalized = new AttributesTemplate(CertificateDigest, generalizedTime: true);
    }

    /// <summary>SHA-256 of the certificate.</summary>
    internal byte[] CertificateDigest { get; }

    /// <summary>Room that <see cref="WriteAttributes"/> needs at most.</summary>
    internal int MaxAttributes => _generalized.Length;

    /// <summary>Length of the longest signature.</summary>
    internal int MaxLength => Whole(_generalized.Length, MaxSignatureValue).Length;

    /// <summary>Whether a signature value can have this length.</summary>
    internal static bool IsSignatureLength(int length) => length is >= MinSignatureValue and <= MaxSignatureValue;

    /// <summary>Writes the signed attributes in the form that is digested and signed; returns their length.</summary>
    internal int WriteAttributes(ReadOnlySpan<byte> contentDigest, DateTimeOffset signingTime, Span<byte> destination)
    {
        var template = AttributesTemplate.NeedsGeneralizedTime(signingTime) ? _generalized : _utc;
        template.Write(contentDigest, signingTime, destination);
        return template.Length;
    }

    /// <summary>The whole signature of these attributes and this value.</summary>
    internal byte[] Write(ReadOnlySpan<byte> attributes, ReadOnlySpan<byte> signature)
    {
        var whole = (byte[])Whole(attributes.Length, signature.Length).Clone();
        signature.CopyTo(whole.AsSpan(whole.Length - signature.Length));
        var tail = _signatureAlgorithm.Length + OctetStringHeader + signature.Length;
        var place = whole.AsSpan(whole.Length - tail - attributes.Length, attributes.Length);
        attributes.CopyTo(place);
        place[0] = AttributesTag;
        return whole;
    }

    // Two threads may both encode the first of a length; they encode the same.
    private byte[] Whole(int attributesLength, int signatureLength)
    {
        var utc = attributesLength == _utc.Length;
        var wholes = utc ? _utcWholes : _generalizedWholes;
        return wholes[signatureLength] ??= Encode(utc ? _utc : _generalized, signatureLength);
    }

    private byte[] Encode(AttributesTemplate template, int signatureLength)
    {
        var attributes = new byte[template.Length];
        template.Write(new byte[Hex.DigestBytes], DateTimeOffset.UnixEpoch, attributes);
        attributes[0] = AttributesTag;

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.SignedData);
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                WriteSignedData(writer, attributes, new byte[signatureLength]);
        }

        return writer.Encode();
    }

    // RFC 5652, section 5.1. Version 1: the content is id-data and all certificates are X.509.
    private void WriteSignedData(AsnWriter writer, byte[] attributes, byte[] signature)
    {
        using var signedData = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            writer.WriteEncodedValue(Algorithm(CmsOids.Sha256));
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(CmsOids.Data);
        using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 0)))
            writer.WriteEncodedValue(_certificate);
        using (writer.PushSetOf())
            WriteSignerInfo(writer, attributes, signature);
    }

    // RFC 5652, section 5.3. Version 1: the signer is named by issuer and serial number.
    private void WriteSignerInfo(AsnWriter writer, byte[] attributes, byte[] signature)
    {
        using var signerInfo = writer.PushSequence();
        writer.WriteInteger(1);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(_issuer);
            writer.WriteInteger(_serial);
        }

        writer.WriteEncodedValue(Algorithm(CmsOids.Sha256));
        writer.WriteEncodedValue(attributes);
        writer.WriteEncodedValue(_signatureAlgorithm);
        writer.WriteOctetString(signature);
    }

    // RFC 5754, section 2, and RFC 5758, section 3.2: without parameters.
    private static byte[] Algorithm(string algorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(algorithm);
        return writer.Encode();
    }
}
