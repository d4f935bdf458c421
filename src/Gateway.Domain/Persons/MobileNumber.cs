namespace Gateway.Domain;

/// <summary>An Egyptian mobile number in E.164 form (+20, then ten digits). Prints masked. Immutable.</summary>
public sealed record MobileNumber
{
    private const int NationalDigits = 11;

    private MobileNumber(string value) => Value = value;

    /// <summary>
    /// The number as <c>+201XXXXXXXXX</c>, for storage and sending. Never for a log or an error text.
    /// </summary>
    public string Value { get; }

    /// <summary>
    /// Reads a mobile number as it was typed: <c>01XXXXXXXXX</c>, <c>+201XXXXXXXXX</c> or <c>00201XXXXXXXXX</c> of the
    /// operators 010, 011, 012 and 015. Spaces, hyphens and brackets are taken.
    /// </summary>
    /// <returns>The number, or null when it is wrong; then <paramref name="errors"/> has <paramref
    /// name="field"/>.</returns>
    public static MobileNumber? Parse(string? input, FieldErrors errors, string field)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var problem = Read(input, out var value);
        if (problem is null)
            return new MobileNumber(value);
        errors.Add(field, problem);
        return null;
    }

    /// <summary>A number that was stored.</summary>
    /// <exception cref="FormatException">It is not an Egyptian mobile number. The message does not repeat
    /// it.</exception>
    public static MobileNumber FromStored(string value) =>
        TryFromStored(value) ?? throw new FormatException("A stored mobile number is not one.");

    /// <summary>A number that was stored; null where it is not an Egyptian mobile number.</summary>
    public static MobileNumber? TryFromStored(string value) =>
        Read(value, out var number) is null && number == value ? new MobileNumber(value) : null;

    /// <summary>The last three digits behind asterisks.</summary>
    public override string ToString() => $"**********{Value.AsSpan(Value.Length - 3)}";

    private static string? Read(string? input, out string value)
    {
        value = "";
        if (input is { Length: > DigitField.MaxInput })
            return $"is longer than {DigitField.MaxInput} characters";
        var typed = ArabicText.Fold(input ?? "");
        if (typed.Length == 0)
            return "is required";
        var national = ToNational(string.Concat(typed.Where(c => c is not ('-' or '(' or ')'))));
        if (national.Length != NationalDigits || !national.All(char.IsAsciiDigit)
            || national[..3] is not ("010" or "011" or "012" or "015"))
            return "is not an Egyptian mobile number";
        value = "+2" + national;
        return null;
    }

    private static string ToNational(string typed)
    {
        if (typed.StartsWith("+20", StringComparison.Ordinal))
            return typed[2..];
        return typed.StartsWith("0020", StringComparison.Ordinal) ? typed[3..] : typed;
    }
}
