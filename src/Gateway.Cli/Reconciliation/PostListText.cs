using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>Reads the values of a list as a spreadsheet writes them.</summary>
internal static partial class PostListText
{
    /// <summary>The number of a settlement; null, with the fault, where it is none.</summary>
    public static string? Number(string text, out string fault)
    {
        var number = Digits(text.Trim());
        if (number.StartsWith("=\"", StringComparison.Ordinal) && number.EndsWith('"'))
            number = number[2..^1];
        number = number.TrimStart('\'');
        fault = Scientific().IsMatch(number)
            ? $"'{number}' was rounded by the spreadsheet: format the column as text and save the list again"
            : "the settlement number must be 15 digits, the last a check digit";
        return SettlementNumber.IsValid(number) ? number : null;
    }

    /// <summary>An amount; null where it is none.</summary>
    /// <param name="text">As the list has it.</param>
    /// <param name="hasDecimalComma">Whether a comma begins the piastres: where something else parts values.</param>
    public static Money? Amount(string text, bool hasDecimalComma)
    {
        var plain = Currency().Replace(Digits(text), "").Trim()
            .Replace('\u066b', '.').Replace("\u066c", "", StringComparison.Ordinal);
        if (hasDecimalComma && plain.Contains(',', StringComparison.Ordinal))
            plain = plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (!Figure().IsMatch(plain))
            return null;
        var pounds = decimal.Parse(
            plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return pounds <= Money.MaxValue.Amount ? Money.FromAmount(pounds) : null;
    }

    private static string Digits(string text) => string.Concat(text.Select(ArabicText.FoldDigit));

    [GeneratedRegex(@"\A[0-9]+([.,][0-9]+)?[Ee]\+?[0-9]+\z")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"EGP|ج\.?م\.?|\u00a0", RegexOptions.IgnoreCase)]
    private static partial Regex Currency();

    [GeneratedRegex(@"\A([0-9]{1,10}|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,2})?\z")]
    private static partial Regex Figure();
}
