namespace Gateway.Domain;

/// <summary>
/// Number of a fine as it is printed on the notice. The prosecution gives it; the gateway asks for digits only.
/// </summary>
public static class FineNumber
{
    private const int MinDigits = 6;
    private const int MaxDigits = 20;

    /// <summary>Reads a number as it was typed: 6 to 20 digits in any of the three ways of writing them.</summary>
    /// <returns>ASCII digits, or null when it is wrong; then <paramref name="errors"/> has <paramref
    /// name="field"/>.</returns>
    public static string? Parse(string? input, FieldErrors errors, string field)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return DigitField.Read(input, MinDigits, MaxDigits, errors, field);
    }
}
