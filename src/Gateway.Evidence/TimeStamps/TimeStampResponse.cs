using System.Formats.Asn1;

namespace Gateway.Evidence;

/// <summary>The response that <c>openssl ts</c> reads a token in.</summary>
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

    /// <summary>The token in such a response.</summary>
    /// <param name="response">The TimeStampResp.</param>
    /// <exception cref="TimeStampException"><see cref="TimeStampCheck.Response"/>.</exception>
    public static byte[] TokenOf(ReadOnlyMemory<byte> response)
    {
        try
        {
            var outer = new AsnReader(response, AsnEncodingRules.BER);
            var inner = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            inner.ReadSequence();
            var token = inner.ReadEncodedValue().ToArray();
            inner.ThrowIfNotEmpty();
            return token;
        }
        catch (AsnContentException exception)
        {
            throw new TimeStampException(
                TimeStampCheck.Response, "Time stamp refused: it is not a response of RFC 3161.", exception);
        }
    }
}
