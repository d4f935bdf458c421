using System.Globalization;

namespace Gateway.Domain;

/// <summary>
/// An Egyptian national id: century (2 or 3), birth date (yymmdd), governorate of birth, serial and a check digit. The
/// check digit's algorithm is not public, so it is not verified. Prints masked: at most the last four digits.
/// Immutable.
/// </summary>
public sealed record NationalId
{
    private NationalId(string value) => Value = value;

    /// <summary>The 14 digits, for storage. Never for a log or an error text.</summary>
    public string Value { get; }

    /// <summary>Date of birth that the number says.</summary>
    public DateOnly BirthDate => ReadBirthDate(Value)!.Value;

    /// <summary>Code of the governorate of birth, or <see cref="Governorates.BornAbroad"/>.</summary>
    public string GovernorateCode => Value.Substring(7, 2);

    /// <summary>Reads a national id as it was typed.</summary>
    /// <param name="input">14 digits in any of the three ways of writing them; spaces are taken.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="field">Path of the field.</param>
    /// <param name="time">Clock that says which birth dates are in the future; the system's when null.</param>
    /// <returns>The national id, or null when it is wrong.</returns>
    public static NationalId? Parse(string? input, FieldErrors errors, string field, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var digits = DigitField.Read(input, 14, 14, errors, field);
        if (digits is null)
            return null;
        var problem = Problem(digits, new BusinessCalendar(time ?? TimeProvider.System).Today);
        if (problem is null)
            return new NationalId(digits);
        errors.Add(field, problem);
        return null;
    }

    /// <summary>A national id that was stored, without asking today's date.</summary>
    /// <exception cref="FormatException">It is not a national id. The message does not repeat it.</exception>
    public static NationalId FromStored(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryFromStored(value) ?? throw new FormatException("A stored national id is not one.");
    }

    /// <summary>A national id that was stored; null where nothing was, or what is none.</summary>
    public static NationalId? TryFromStored(string? value) =>
        value is { Length: 14 } && value.All(char.IsAsciiDigit) && Problem(value, DateOnly.MaxValue) is null
            ? new NationalId(value)
            : null;

    /// <summary>The last four digits behind asterisks.</summary>
    public override string ToString() => $"**********{Value.AsSpan(10)}";

    private static string? Problem(string digits, DateOnly today)
    {
        if (digits[0] is not ('2' or '3'))
            return "does not begin with 2 or 3";
        if (ReadBirthDate(digits) is not { } birth || birth > today)
            return "has a birth date that is not possible";
        var governorate = digits.Substring(7, 2);
        return governorate == Governorates.BornAbroad || Governorates.Find(governorate) is not null
            ? null
            : "has a governorate code that does not exist";
    }

    private static DateOnly? ReadBirthDate(string digits)
    {
        var text = string.Concat(digits[0] == '2' ? "19" : "20", digits.AsSpan(1, 6));
        return DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }
}
