using System.Formats.Asn1;
using System.Globalization;

namespace Gateway.Evidence;

/// <summary>
/// The signed attributes (RFC 5652, section 5.3) for one signing certificate and one form of time, encoded once: only
/// the digest and the time change between signatures, and neither changes its length. Immutable; thread-safe.
/// </summary>
internal sealed class AttributesTemplate
{
    private const string UtcTimeFormat = "yyMMddHHmmss'Z'";
    private const string GeneralizedTimeFormat = "yyyyMMddHHmmss'Z'";

    private readonly byte[] _encoded;
    private readonly int _digestAt;
    private readonly int _timeAt;
    private readonly string _timeFormat;

    internal AttributesTemplate(ReadOnlySpan<byte> certificateDigest, bool generalizedTime)
    {
        _timeFormat = generalizedTime ? GeneralizedTimeFormat : UtcTimeFormat;
        var contentType = Attribute(CmsOids.ContentType, static writer => writer.WriteObjectIdentifier(CmsOids.Data));
        var digest = Attribute(
            CmsOids.MessageDigest, static writer => writer.WriteOctetString(new byte[Hex.DigestBytes]));
        var time = Attribute(CmsOids.SigningTime, writer => WriteTime(writer, generalizedTime));
        var certificate = CertificateAttribute(certificateDigest);

        var all = new AsnWriter(AsnEncodingRules.DER);
        using (all.PushSetOf())
        {
            foreach (var attribute in new[] { contentType, time, digest, certificate })
                all.WriteEncodedValue(attribute);
        }

        _encoded = all.Encode();
        _digestAt = EndOf(digest) - Hex.DigestBytes;
        _timeAt = EndOf(time) - TimeLength(generalizedTime);
    }

    /// <summary>Length in bytes.</summary>
    internal int Length => _encoded.Length;

    /// <summary>RFC 5652, section 11.3: UTCTime through the year 2049, GeneralizedTime after it.</summary>
    internal static bool NeedsGeneralizedTime(DateTimeOffset signingTime) =>
        signingTime.UtcDateTime.Year is < 1950 or > 2049;

    /// <summary>Writes the attributes as the SET that is digested (RFC 5652, section 5.4). The time is cut to
    /// seconds.</summary>
    internal void Write(ReadOnlySpan<byte> contentDigest, DateTimeOffset signingTime, Span<byte> destination)
    {
        _encoded.CopyTo(destination);
        contentDigest.CopyTo(destination.Slice(_digestAt, Hex.DigestBytes));
        signingTime.UtcDateTime.TryFormat(destination[_timeAt..], out _, _timeFormat, CultureInfo.InvariantCulture);
    }

    private static byte[] Attribute(string type, Action<AsnWriter> value)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(type);
            using (writer.PushSetOf())
                value(writer);
        }

        return writer.Encode();
    }

    // RFC 5035, section 3: the hash algorithm is SHA-256 by default and so left out; the issuer's name would say
    // nothing more.
    private static byte[] CertificateAttribute(ReadOnlySpan<byte> certificateDigest)
    {
        var digest = certificateDigest.ToArray();
        return Attribute(CmsOids.SigningCertificateV2, writer =>
        {
            using (writer.PushSequence())
            using (writer.PushSequence())
            using (writer.PushSequence())
                writer.WriteOctetString(digest);
        });
    }

    private static void WriteTime(AsnWriter writer, bool generalizedTime)
    {
        if (generalizedTime)
            writer.WriteGeneralizedTime(DateTimeOffset.UnixEpoch, omitFractionalSeconds: true);
        else
            writer.WriteUtcTime(DateTimeOffset.UnixEpoch);
    }

    private static int TimeLength(bool generalizedTime) =>
        generalizedTime ? "yyyyMMddHHmmssZ".Length : "yyMMddHHmmssZ".Length;

    private int EndOf(byte[] attribute) => _encoded.AsSpan().IndexOf(attribute) + attribute.Length;
}
