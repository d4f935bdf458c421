using System.Globalization;
using System.Text;

namespace Gateway.Domain;

/// <summary>
/// Folds the ways of writing Arabic that mean the same into one. Works on UTF-16 units; all of these characters are in
/// the basic plane. Thread-safe.
/// </summary>
public static class ArabicText
{
    private const char Tatweel = '\u0640';

    /// <summary>
    /// Digits to ASCII, hamza and madda forms of alef to bare alef, final forms of yeh to alef maksura, teh marbuta to
    /// heh; tatweel, diacritics, spaces and marks of direction are dropped. Other characters stay, controls among them.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsDropped(c))
                folded.Append(FoldLetter(FoldDigit(c)));
        }
        return folded.ToString();
    }

    /// <summary>Arabic-Indic (٠–٩) and Persian (۰–۹) digits to ASCII; any other character stays.</summary>
    public static char FoldDigit(char c) => c switch
    {
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        _ => c,
    };

    /// <summary>The letter that stands for all variants of this one; any other character stays.</summary>
    public static char FoldLetter(char c) => c switch
    {
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627', // آ أ إ ٱ to ا
        '\u064A' or '\u06CC' => '\u0649', // ي and Persian ی to ى
        '\u0629' => '\u0647', // ة to ه
        _ => c,
    };

    /// <summary>
    /// Whether the character carries no meaning here: a space, tatweel, a diacritic or a mark of direction.
    /// </summary>
    public static bool IsDropped(char c) =>
        c == Tatweel
        || char.GetUnicodeCategory(c) is UnicodeCategory.SpaceSeparator
        || IsDiacritic(c)
        || IsDirection(c);

    private static bool IsDiacritic(char c) =>
        c is (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u0610' and <= '\u061A')
            or (>= '\u06D6' and <= '\u06DC');

    private static bool IsDirection(char c) =>
        c is (>= '\u200B' and <= '\u200F') or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or '\uFEFF';
}
