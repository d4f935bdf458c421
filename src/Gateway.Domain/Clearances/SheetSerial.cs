namespace Gateway.Domain;

/// <summary>
/// Serial number of a sheet of security paper, as it is printed on it: 4 to 20 capital letters, digits and hyphens, first
/// and last a letter or digit. Thread-safe.
/// </summary>
public static class SheetSerial
{
    /// <summary>Longest serial number.</summary>
    public const int MaxLength = 20;

    private const int MinLength = 4;

    /// <summary>
    /// Reads a serial number as it was keyed in: small letters become capital ones, Arabic-Indic and Persian digits ASCII
    /// ones, spaces are left out.
    /// </summary>
    /// <param name="input">What was keyed in.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Path of the field.</param>
    /// <returns>The serial number, or null when it is wrong.</returns>
    public static string? Parse(string? input, FieldErrors errors, string field)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var serial = input is { Length: > DigitField.MaxInput } ? input : ArabicText.Fold(input ?? "").ToUpperInvariant();
        var problem = Problem(serial);
        if (problem is null)
            return serial;
        errors.Add(field, problem);
        return null;
    }

    /// <summary>Whether this is a serial number in its stored form.</summary>
    public static bool IsValid(string? serial) => serial is not null && Problem(serial) is null;

    private static string? Problem(string serial)
    {
        if (serial.Length == 0)
            return "is required";
        if (serial.Length is < MinLength or > MaxLength)
            return $"must have {MinLength} to {MaxLength} characters";
        return serial.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-')
            && serial[0] != '-' && serial[^1] != '-'
            ? null
            : "takes letters, digits and, in between, hyphens";
    }
}
