using System.Globalization;

namespace Gateway.Domain;

/// <summary>
/// Number of a settlement, an appeal or a refund: business date (yymmdd), eight random digits, Damm check digit. It tells
/// a day but not how many there were, and a mistyped digit is found before the database is asked.
/// </summary>
public static class RecordNumber
{
    /// <summary>How many digits a number has.</summary>
    public const int Length = 15;

    private const int DateDigits = 6;
    private const int RandomLimit = 100_000_000;

    /// <summary>A new number. The caller sees to it that it is not yet in use.</summary>
    /// <param name="businessDate">The day in Cairo to which it counts.</param>
    /// <param name="nextBelow">Random number from 0 to below the given limit, such as
    /// RandomNumberGenerator.GetInt32.</param>
    public static string Create(DateOnly businessDate, Func<int, int> nextBelow)
    {
        ArgumentNullException.ThrowIfNull(nextBelow);
        var serial = nextBelow(RandomLimit);
        if (serial is < 0 or >= RandomLimit)
            throw new ArgumentOutOfRangeException(nameof(nextBelow), "The random source went beyond its limit.");
        var digits = string.Create(CultureInfo.InvariantCulture, $"{businessDate:yyMMdd}{serial:D8}");
        return digits + DammCheckDigit.Of(digits);
    }

    /// <summary>Whether this is such a number: 15 ASCII digits, a real date, a right check digit.</summary>
    public static bool IsValid(string? number) =>
        number is { Length: Length }
        && number.All(char.IsAsciiDigit)
        && DateOnly.TryParseExact(
            number.AsSpan(0, DateDigits), "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && DammCheckDigit.IsValid(number);
}
