namespace Gateway.Domain;

/// <summary>
/// Check digit of H. Michael Damm (Total anti-symmetrische Quasigruppen, 2004): finds every wrong single digit and
/// every swap of neighbours. Thread-safe.
/// </summary>
public static class DammCheckDigit
{
    /// <summary>Rows of the quasigroup of order 10, one after the other.</summary>
    private const string Table =
        "0317598642" +
        "7092154863" +
        "4206871359" +
        "1750983426" +
        "6123045978" +
        "3674209581" +
        "5869720134" +
        "8945362017" +
        "9438617205" +
        "2581436790";

    /// <summary>The digit to put behind these.</summary>
    /// <exception cref="FormatException">A character is not an ASCII digit.</exception>
    public static char Of(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                throw new FormatException("A check digit is made over ASCII digits only.");
            interim = Table[(interim * 10) + (c - '0')] - '0';
        }
        return (char)('0' + interim);
    }

    /// <summary>Whether the last of these digits is right for those before it.</summary>
    /// <exception cref="FormatException">A character is not an ASCII digit.</exception>
    public static bool IsValid(ReadOnlySpan<char> digitsWithCheckDigit) => Of(digitsWithCheckDigit) == '0';
}
