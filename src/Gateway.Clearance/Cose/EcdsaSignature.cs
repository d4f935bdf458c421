using System.Globalization;
using System.Numerics;

namespace Gateway.Clearance;

/// <summary>
/// ECDSA signatures on P-256 as r and s, 32 bytes each. For every (r, s) also (r, n - s) verifies; only the one with
/// the
/// lower s is taken, so that nobody makes a second signature of the first. Thread-safe.
/// </summary>
internal static class EcdsaSignature
{
    /// <summary>Bytes of a signature.</summary>
    public const int Length = 64;

    private const int HalfLength = 32;

    // The order of the group (SEC 2, section 2.4.2).
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551",
        NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static readonly BigInteger HalfOrder = Order >> 1;

    /// <summary>Whether s is the lower of the two.</summary>
    public static bool IsLowS(ReadOnlySpan<byte> signature) => S(signature) <= HalfOrder;

    /// <summary>The signature with the lower s.</summary>
    public static byte[] ToLowS(byte[] signature)
    {
        if (IsLowS(signature))
            return signature;

        var low = new byte[Length];
        signature.AsSpan(0, HalfLength).CopyTo(low);
        var s = (Order - S(signature)).ToByteArray(isUnsigned: true, isBigEndian: true);
        s.CopyTo(low, Length - s.Length);
        return low;
    }

    private static BigInteger S(ReadOnlySpan<byte> signature) =>
        new(signature[HalfLength..], isUnsigned: true, isBigEndian: true);
}
