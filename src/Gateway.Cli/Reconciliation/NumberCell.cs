using System.Text.RegularExpressions;
using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>A settlement number as Excel writes it.</summary>
internal static partial class NumberCell
{
    /// <summary>Reads a number, also one that was kept from being a number by <c>="…"</c> or an apostrophe.</summary>
    /// <returns>What is wrong with it; null where it is right.</returns>
    public static string? Read(string cell, out string number)
    {
        var text = CellText.Folded(cell);
        var formula = Formula().Match(text);
        number = formula.Success ? formula.Groups[1].Value.Trim() : text.TrimStart('\'');
        if (RecordNumber.IsValid(number))
            return null;
        if (number.Length == 0)
            return "there is no settlement number";
        if (Scientific().IsMatch(number))
        {
            return $"Excel turned the settlement number to {CellText.Shown(number)} and its last digits are lost: "
                + "format the column as text, and fill and save it again";
        }

        return number.Length == RecordNumber.Length && number.All(char.IsAsciiDigit)
            ? $"{number} is not a settlement number: a digit is wrong"
            : $"'{CellText.Shown(number)}' is not a settlement number of {RecordNumber.Length} digits";
    }

    [GeneratedRegex("^=\"([^\"]*)\"$", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^[0-9]([.,][0-9]+)?E\+?[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();
}
