using System.Formats.Asn1;

namespace Gateway.Evidence;

/// <summary>A token in the response that <c>openssl ts</c> reads.</summary>
public static class TimeStampResponse
{
    private const int Granted = 0;

    /// <summary>Puts a token into a TimeStampResp (RFC 3161, section 2.4.2) that says no more than granted.</summary>
    /// <param name="token">The TimeStampToken.</param>
    public static byte[] Of(ReadOnlySpan<byte> token)
    {
        var writer = new AsnWriter(AsnEncodingRules.BER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
                writer.WriteInteger(Granted);
            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }
}
