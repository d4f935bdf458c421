namespace Gateway.Cli.QrCodes;

/// <summary>The field of 256 elements over x⁸+x⁴+x³+x²+1 (ISO/IEC 18004, 7.5.2); adding is exclusive or.</summary>
internal static class GaloisField
{
    private const int Polynomial = 0x11d;
    private const int Order = 255;

    private static readonly byte[] Powers = new byte[Order * 2];
    private static readonly byte[] Logarithms = new byte[Order + 1];

    static GaloisField()
    {
        var value = 1;
        for (var i = 0; i < Order; i++)
        {
            Powers[i] = Powers[i + Order] = (byte)value;
            Logarithms[value] = (byte)i;
            value <<= 1;
            if (value > Order)
                value ^= Polynomial;
        }
    }

    /// <summary>A power of the generator 2; the exponent may be negative.</summary>
    public static byte Power(int exponent) => Powers[((exponent % Order) + Order) % Order];

    public static byte Multiply(byte a, byte b) =>
        a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];

    /// <summary>Divides; by zero never.</summary>
    public static byte Divide(byte a, byte b) =>
        a == 0 ? (byte)0 : Powers[Logarithms[a] + Order - Logarithms[b]];

    /// <summary>The value of a polynomial, its lowest coefficient first.</summary>
    public static byte Evaluate(ReadOnlySpan<byte> polynomial, byte at)
    {
        byte value = 0;
        for (var i = polynomial.Length - 1; i >= 0; i--)
            value = (byte)(Multiply(value, at) ^ polynomial[i]);
        return value;
    }
}
