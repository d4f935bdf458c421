using System.Globalization;
using Google.Type;

namespace Gateway.Cli.Output;

/// <summary>Money for people.</summary>
internal static class MoneyText
{
    /// <summary>E.g. <c>1,234.50</c>; the currency stands in the heading.</summary>
    public static string Of(Money? money) => (money?.DecimalValue ?? 0).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>E.g. <c>1,234.50 EGP</c>.</summary>
    public static string WithCurrency(Money? money) => $"{Of(money)} {money?.CurrencyCode ?? "EGP"}";
}
