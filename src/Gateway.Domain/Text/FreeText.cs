using System.Globalization;
using System.Text;

namespace Gateway.Domain;

/// <summary>
/// Words that people wrote and people read: on a screen of the prosecution, in an SMS, on a printed form. So nothing is
/// in them that shows other than it is: no controls, no marks that turn the direction of what follows. Thread-safe.
/// </summary>
public static class FreeText
{
    private const string Mark = "has a mark that turns the direction of text, or half of a character";

    /// <summary>What is wrong with a text that is to be on one line; null for nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxChars">Most UTF-16 units.</param>
    public static string? LineProblem(string text, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxChars || text.EnumerateRunes().Any(IsControl))
            return $"must be one line of at most {maxChars} characters";
        return text.EnumerateRunes().Any(Misleads) ? Mark : null;
    }

    /// <summary>What is wrong with a text that may have line breaks, CR LF or LF; null for nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxChars">Most UTF-16 units, line breaks included.</param>
    public static string? LinesProblem(string text, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxChars || text.EnumerateRunes().Any(rune => IsControl(rune) && rune.Value is not (10 or 13)))
            return $"must be at most {maxChars} characters, none of them a control but line breaks";
        return text.EnumerateRunes().Any(Misleads) ? Mark : null;
    }

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Unicode, annex 9: embeddings, overrides and isolates. LRM, RLM and ALM turn nothing and stay. A lone surrogate
    // comes out as the replacement character.
    private static bool Misleads(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) || rune == Rune.ReplacementChar;
}
