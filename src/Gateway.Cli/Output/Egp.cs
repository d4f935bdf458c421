using Gateway.Cli.Invocation;
using Gateway.Cli.Reconciliation;
using Google.Type;

namespace Gateway.Cli.Output;

/// <summary>Money that a person types.</summary>
internal static class Egp
{
    /// <summary>An amount in EGP.</summary>
    public static Money Of(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };

    /// <summary>Reads an amount, with or without commas between thousands.</summary>
    /// <param name="text">E.g. <c>1,250.50</c>.</param>
    /// <param name="what">The option, for the error.</param>
    /// <exception cref="UsageException">It is not one.</exception>
    public static Money Read(string text, string what)
    {
        var fault = AmountCell.Read(text, hasDecimalComma: false, out var amount);
        return fault is null ? Of(amount) : throw new UsageException($"{what}: {fault}.");
    }
}
