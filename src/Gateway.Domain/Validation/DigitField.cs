namespace Gateway.Domain;

/// <summary>Reads a field that holds digits only, in any of the three ways of writing them.</summary>
internal static class DigitField
{
    /// <summary>Longest input that is looked at, in UTF-16 units, before folding.</summary>
    public const int MaxInput = 40;

    /// <summary>Folds the field and says what is wrong with it; null when it is wrong.</summary>
    public static string? Read(string? input, int minDigits, int maxDigits, FieldErrors errors, string field)
    {
        var problem = Fold(input, out var digits) ?? LengthProblem(digits.Length, minDigits, maxDigits);
        if (problem is null)
            return digits;
        errors.Add(field, problem);
        return null;
    }

    private static string? Fold(string? input, out string digits)
    {
        digits = "";
        if (input is { Length: > MaxInput })
            return $"is longer than {MaxInput} characters";
        digits = ArabicText.Fold(input ?? "");
        if (digits.Length == 0)
            return "is required";
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return "has a character that is not a digit";
        }
        return null;
    }

    private static string? LengthProblem(int length, int min, int max)
    {
        if (length >= min && length <= max)
            return null;
        return min == max ? $"must have {min} digits" : $"must have {min} to {max} digits";
    }
}
