using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// Points of P-256 as a COSE_Key has them: x and the sign of y (RFC 9053, section 7.1.1; SEC 1, section 2.3.4).
/// Thread-safe.
/// </summary>
internal static class P256Point
{
    /// <summary>Bytes of a coordinate.</summary>
    public const int Length = 32;

    private static readonly BigInteger Prime = Number("0FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static readonly BigInteger B = Number("05AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");

    /// <summary>The sign of y: whether it is odd.</summary>
    public static bool SignOf(ECPoint point) => (point.Y![^1] & 1) == 1;

    /// <summary>The point with this x and this sign of y; null where the curve has none.</summary>
    public static ECPoint? Decompress(byte[] x, bool isOdd)
    {
        var at = new BigInteger(x, isUnsigned: true, isBigEndian: true);
        if (x.Length != Length || at >= Prime)
            return null;

        // The prime is 3 modulo 4, so a power is the square root where there is one.
        var square = (BigInteger.ModPow(at, 3, Prime) - (3 * at) + B) % Prime;
        square = square.Sign < 0 ? square + Prime : square;
        var root = BigInteger.ModPow(square, (Prime + 1) >> 2, Prime);
        if (BigInteger.ModPow(root, 2, Prime) != square)
            return null;

        var y = root.IsEven == isOdd ? Prime - root : root;
        var bytes = new byte[Length];
        var digits = y.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, Length - digits.Length);
        return new ECPoint { X = x, Y = bytes };
    }

    private static BigInteger Number(string hex) =>
        BigInteger.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
