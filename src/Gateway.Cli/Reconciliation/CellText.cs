using System.Globalization;
using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>The text of a cell.</summary>
internal static class CellText
{
    private const int LongestShown = 60;
    private const char ArabicDecimalPoint = '\u066B';
    private const char ArabicThousands = '\u066C';

    /// <summary>
    /// Arabic digits and number marks to ASCII; without marks of direction and without spaces around it.
    /// </summary>
    public static string Folded(string cell) =>
        string.Concat(cell.Where(c => !IsInvisible(c)).Select(FoldMark)).Trim();

    /// <summary>For a message: short, and in one line.</summary>
    public static string Shown(string cell)
    {
        var line = string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestShown ? line : line[..LongestShown] + "…";
    }

    private static bool IsInvisible(char c) =>
        ArabicText.IsDropped(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.SpaceSeparator;

    private static char FoldMark(char c) => c switch
    {
        ArabicDecimalPoint => '.',
        ArabicThousands => ',',
        _ => ArabicText.FoldDigit(c),
    };
}
