using System.Formats.Asn1;

namespace Gateway.Evidence;

/// <summary>
/// Finds in a signature's DER what changes from one signature to the next. It is strict about what it takes and passes
/// over the constant rest: whoever uses it writes the signature anew from what was found, and wants the same bytes.
/// </summary>
internal static class CmsReader
{
    private static readonly Asn1Tag Tagged0 = new(TagClass.ContextSpecific, 0);

    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.SignatureForm"/>.</exception>
    internal static CmsSignature Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            return ReadContentInfo(der);
        }
        catch (AsnContentException exception)
        {
            throw new EvidenceException(
                EvidenceCheck.SignatureForm, "Signature refused: it is not DER of the expected form.", exception);
        }
    }

    private static CmsSignature ReadContentInfo(ReadOnlyMemory<byte> der)
    {
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var contentInfo = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        RequireType(contentInfo, CmsOids.SignedData);
        var signedData = contentInfo.ReadSequence(Tagged0).ReadSequence();
        signedData.ReadIntegerBytes();
        signedData.ReadSetOf();
        signedData.ReadSequence();
        var certificate = signedData.ReadSetOf(Tagged0).ReadEncodedValue();
        return ReadSignerInfo(signedData.ReadSetOf().ReadSequence(), certificate);
    }

    private static CmsSignature ReadSignerInfo(AsnReader signerInfo, ReadOnlyMemory<byte> certificate)
    {
        signerInfo.ReadIntegerBytes();
        signerInfo.ReadSequence();
        signerInfo.ReadSequence();
        var attributes = signerInfo.ReadSetOf(Tagged0);
        signerInfo.ReadSequence();
        var value = ReadOctets(signerInfo);
        RequireEcdsaValue(value);

        NextValue(attributes, CmsOids.ContentType);
        var time = ReadTime(NextValue(attributes, CmsOids.SigningTime));
        var digest = ReadOctets(NextValue(attributes, CmsOids.MessageDigest));
        var certificateDigest = ReadOctets(
            NextValue(attributes, CmsOids.SigningCertificateV2).ReadSequence().ReadSequence().ReadSequence());
        attributes.ThrowIfNotEmpty();
        return new CmsSignature(certificate, digest, time, certificateDigest, value);
    }

    // DER orders the attributes by their encoding, and so their order is known.
    private static AsnReader NextValue(AsnReader attributes, string type)
    {
        var attribute = attributes.ReadSequence();
        RequireType(attribute, type);
        return attribute.ReadSetOf();
    }

    private static DateTimeOffset ReadTime(AsnReader value) =>
        value.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime)
            ? value.ReadUtcTime()
            : value.ReadGeneralizedTime();

    private static ReadOnlyMemory<byte> ReadOctets(AsnReader reader) =>
        reader.TryReadPrimitiveOctetString(out var octets)
            ? octets
            : throw new AsnContentException("An octet string is not primitive.");

    // RFC 3279, section 2.2.3: two positive integers, nothing else.
    private static void RequireEcdsaValue(ReadOnlyMemory<byte> value)
    {
        var reader = new AsnReader(value, AsnEncodingRules.DER);
        var pair = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        var positive = pair.ReadInteger().Sign > 0 && pair.ReadInteger().Sign > 0;
        pair.ThrowIfNotEmpty();
        if (!positive || !SignatureLayout.IsSignatureLength(value.Length))
            throw new AsnContentException("The signature value is not two positive integers of the curve's size.");
    }

    private static void RequireType(AsnReader reader, string type)
    {
        if (reader.ReadObjectIdentifier() != type)
            throw new AsnContentException("Something else stands where the profile has another type.");
    }
}
