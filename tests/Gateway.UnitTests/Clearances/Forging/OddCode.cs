using System.Numerics;
using System.Security.Cryptography;
using Gateway.Clearance;

namespace Gateway.UnitTests.Clearances.Forging;

/// <summary>
/// Makes codes and lists of any form, rightly signed or not: a test changes one part before it is signed or after.
/// </summary>
internal static class OddCode
{
    private const int SignatureAt = 3;
    private const int PayloadAt = 2;

    // Of the group of P-256 (SEC 2, section 2.4.2).
    private static readonly BigInteger Order = new(
        Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"),
        isUnsigned: true, isBigEndian: true);

    /// <summary>The bytes in a code.</summary>
    public static byte[] BytesOf(string code)
    {
        Assert.True(Base45.TryDecode(code.AsSpan(ClearanceCredential.Prefix.Length), out var bytes));
        return bytes;
    }

    /// <summary>The code with these bytes.</summary>
    public static string CodeOf(byte[] bytes) => ClearanceCredential.Prefix + Base45.Encode(bytes);

    /// <summary>The code with its signed message changed, the signature left as it is.</summary>
    public static string Altered(string code, Action<RawItem> change)
    {
        var message = RawItem.Parse(BytesOf(code));
        change(message);
        return CodeOf(message.Encode());
    }

    /// <summary>The code with its claims changed, and signed anew.</summary>
    public static string Reclaimed(string code, ECDsa key, Action<RawItem> change)
    {
        var message = RawItem.Parse(BytesOf(code));
        var claims = RawItem.Parse(PayloadOf(message).Content);
        change(claims);
        return CodeOf(Signed(message, key, claims.Encode()).Encode());
    }

    /// <summary>The message with another payload, and signed anew.</summary>
    public static RawItem Signed(RawItem message, ECDsa key, byte[] payload)
    {
        PayloadOf(message).Content = payload;
        SignatureOf(message).Content = Sign(message.Items[0].Items[0].Content, payload, key);
        return message;
    }

    /// <summary>A tagged message over a payload under any header.</summary>
    public static RawItem Message(byte[] header, byte[] payload, ECDsa key) => RawItem.Tag(18, RawItem.Array(
        RawItem.Bytes(header), RawItem.Map(), RawItem.Bytes(payload), RawItem.Bytes(Sign(header, payload, key))));

    /// <summary>The array in a tagged message.</summary>
    public static RawItem ArrayOf(RawItem message) => message.Items[0];

    /// <summary>The payload of a tagged message.</summary>
    public static RawItem PayloadOf(RawItem message) => ArrayOf(message).Items[PayloadAt];

    /// <summary>The signature of a tagged message.</summary>
    public static RawItem SignatureOf(RawItem message) => ArrayOf(message).Items[SignatureAt];

    /// <summary>The other form of a signature, with the higher s.</summary>
    public static byte[] HighTwin(byte[] signature)
    {
        var s = new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var twin = (Order - s).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..32], .. new byte[32 - twin.Length], .. twin];
    }

    private static byte[] Sign(byte[] header, byte[] payload, ECDsa key) => EcdsaSignature.ToLowS(key.SignData(
        RawItem.Array(
            RawItem.Text("Signature1"), RawItem.Bytes(header), RawItem.Bytes([]), RawItem.Bytes(payload)).Encode(),
        HashAlgorithmName.SHA256,
        DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
}
