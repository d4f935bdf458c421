using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.Cli.Fines;

/// <summary>What a citizen is told to pay, taken from an inquiry.</summary>
internal static class SettlementQuote
{
    private const int MaxItems = 100;

    /// <summary>
    /// Quotes the named fines, or all that are outstanding. A named fine that is no longer outstanding is quoted too,
    /// for the gateway to refuse with its signature.
    /// </summary>
    /// <exception cref="UsageException">There is nothing to settle, too much, or a fine of another subject.</exception>
    public static async Task<IReadOnlyList<SettlementItem>> ItemsAsync(
        GatewaySession session, Subject subject, IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        var inquiry = await FineInquiry.AllAsync(session, subject, includeClosed: numbers.Count > 0, stop);
        var fines = numbers.Count == 0
            ? [.. inquiry.Fines.Where(fine => fine.Status == FineStatus.Outstanding)]
            : numbers.Distinct().Select(number => Named(inquiry, number)).ToList();
        return fines.Count switch
        {
            0 => throw new UsageException("Nothing is outstanding; there is nothing to settle."),
            > MaxItems => throw new UsageException(
                $"{fines.Count} fines are outstanding; a settlement takes up to {MaxItems}. "
                + "Name some of them with --fine."),
            _ => [.. fines.Select(Quote)],
        };
    }

    /// <summary>The request that settles the quoted fines, paid now and in full.</summary>
    public static SettleFinesRequest Request(
        GatewaySession session,
        Subject subject,
        IReadOnlyList<SettlementItem> items,
        Payment payment,
        string? requestId)
    {
        var now = session.Time.GetUtcNow();
        payment.Amount = Egp(items.Sum(item => item.Amount.DecimalValue));
        payment.CollectTime = Timestamp.FromDateTimeOffset(now);
        return new SettleFinesRequest
        {
            RequestId = requestId ?? session.NewRequestId(),
            Counter = session.Counter,
            Subject = subject,
            Items = { items },
            Payment = payment,
        };
    }

    /// <summary>The amount that a fine asks for, whether or not it still does.</summary>
    public static SettlementItem Quote(Fine fine) => new()
    {
        FineNumber = fine.FineNumber,
        Etag = fine.Etag,
        Amount = Egp(fine.Amount.DecimalValue + fine.Fees.DecimalValue),
    };

    private static Fine Named(InquireFinesResponse inquiry, string number) =>
        inquiry.Fines.FirstOrDefault(fine => fine.FineNumber == number)
        ?? throw new UsageException(
            $"Fine {number} does not stand against this subject. Look it up: trafficgw fines show {number}");

    private static Money Egp(decimal amount) => new() { CurrencyCode = "EGP", DecimalValue = amount };
}
