using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Cli.Reconciliation;

/// <summary>An amount as Excel writes it.</summary>
internal static partial class AmountCell
{
    // What the gateway takes for one settlement.
    private const decimal Most = 100_000_000m;

    /// <summary>Reads an amount in EGP.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="hasDecimalComma">Whether a comma may stand before the piastres: where it does not part
    /// cells.</param>
    /// <param name="amount">The amount; zero where it is wrong.</param>
    /// <returns>What is wrong with it; null where it is right.</returns>
    public static string? Read(string cell, bool hasDecimalComma, out decimal amount)
    {
        amount = 0;
        var text = Currency().Match(CellText.Folded(cell)).Groups[1].Value;
        if (text.Length == 0)
            return "there is no amount";
        if (hasDecimalComma && Ambiguous().IsMatch(text))
            return $"the amount {text} can be read in two ways: write two decimals";

        var plain = text switch
        {
            _ when Point().IsMatch(text) => text.Replace(",", "", StringComparison.Ordinal),
            _ when hasDecimalComma && Comma().IsMatch(text) =>
                text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            _ => "",
        };
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read))
            return $"'{CellText.Shown(text)}' is not an amount in EGP with up to two decimals";
        if (read > Most)
            return $"the amount {CellText.Shown(text)} is above 100,000,000";

        amount = read;
        return null;
    }

    [GeneratedRegex(
        @"^(?:(?:EGP|ج\.م\.?)\s*)?(.*?)(?:\s*(?:EGP|ج\.م\.?))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Currency();

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Point();

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(\.[0-9]{3})+),[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"^[0-9]{1,3}[.,][0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ambiguous();
}
