using System.Buffers;

namespace Gateway.Domain;

/// <summary>The letters of the plates issued since 2008.</summary>
public static class PlateLetters
{
    /// <summary>The 17 letters in use, in their stored form.</summary>
    public const string InUse = "ابجدرسصطعفقلمنهوى";

    private static readonly SearchValues<char> Letters = SearchValues.Create(InUse);

    private const string NotInUse =
        "has a character that is not one of the 17 letters in use (ا ب ج د ر س ص ط ع ف ق ل م ن ه و ى)";

    /// <summary>Folds the letters of a plate; null when wrong. Nothing but spaces gives an empty string.</summary>
    internal static string? Read(string? input, FieldErrors errors, string field)
    {
        if (input is { Length: > DigitField.MaxInput })
        {
            errors.Add(field, $"is longer than {DigitField.MaxInput} characters");
            return null;
        }
        var letters = ArabicText.Fold(input ?? "");
        var problem = Problem(letters);
        if (problem is null)
            return letters;
        errors.Add(field, problem);
        return null;
    }

    private static string? Problem(string letters)
    {
        if (letters.AsSpan().IndexOfAnyExcept(Letters) >= 0)
            return NotInUse;
        return letters.Length is 0 or 2 or 3 ? null : "must have two or three letters, or none on an old plate";
    }
}
