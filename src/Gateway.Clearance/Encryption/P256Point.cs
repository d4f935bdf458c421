using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// A point of P-256 as a COSE_Key has it: x, and y or only its sign (RFC 9053, section 7.1.1). Whether the curve has it
/// is looked at by <see cref="ToPoint"/> alone: a square root costs as much as a signature, and who only verifies needs
/// none. Immutable.
/// </summary>
/// <param name="X">x, 32 bytes.</param>
/// <param name="Y">y, 32 bytes; null where there is only its sign.</param>
/// <param name="IsOdd">The sign of y: whether it is odd.</param>
internal sealed record P256Point(byte[] X, byte[]? Y, bool IsOdd)
{
    /// <summary>Bytes of a coordinate.</summary>
    public const int Length = 32;

    private static readonly BigInteger Prime =
        Number("0FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");

    private static readonly BigInteger B =
        Number("05AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");

    /// <summary>Whether there is only the sign of y.</summary>
    public bool IsCompressed => Y is null;

    /// <summary>A point with both coordinates.</summary>
    public static P256Point Whole(byte[] x, byte[] y) => new(x, y, IsOddNumber(y));

    /// <summary>A point with the sign of its y only.</summary>
    public static P256Point Compress(ECPoint point) => new(point.X!, Y: null, IsOddNumber(point.Y!));

    /// <summary>The point with both coordinates (SEC 1, section 2.3.4).</summary>
    /// <exception cref="CryptographicException">The curve has no point with this x.</exception>
    public ECPoint ToPoint() => new() { X = X, Y = Y ?? FindY() };

    private byte[] FindY()
    {
        var at = new BigInteger(X, isUnsigned: true, isBigEndian: true);
        if (X.Length != Length || at >= Prime)
            throw new CryptographicException("x is no coordinate.");

        // The prime is 3 modulo 4, so a power is the square root where there is one.
        var square = (BigInteger.ModPow(at, 3, Prime) - (3 * at) + B) % Prime;
        square = square.Sign < 0 ? square + Prime : square;
        var root = BigInteger.ModPow(square, (Prime + 1) >> 2, Prime);
        if (BigInteger.ModPow(root, 2, Prime) != square)
            throw new CryptographicException("The curve has no point with this x.");

        var y = root.IsEven == IsOdd ? Prime - root : root;
        var bytes = new byte[Length];
        var digits = y.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, Length - digits.Length);
        return bytes;
    }

    private static bool IsOddNumber(byte[] bytes) => (bytes[^1] & 1) == 1;

    private static BigInteger Number(string hex) =>
        BigInteger.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
