using Gateway.Domain;
using Gateway.Server.Replays;

namespace Gateway.Server.Settlements;

/// <summary>What a request to settle asks, read and checked.</summary>
internal sealed record SettlementOrder
{
    /// <summary>The request that gave the order.</summary>
    public required OnceRequest Request { get; init; }

    /// <summary>Branch, counter and teller.</summary>
    public required Contracts.V1.Counter Counter { get; init; }

    /// <summary>Whose fines.</summary>
    public required Subject Subject { get; init; }

    /// <summary>The fines as they were quoted.</summary>
    public required IReadOnlyList<OrderItem> Items { get; init; }

    /// <summary>The money.</summary>
    public required OrderPayment Payment { get; init; }

    /// <summary>Who paid; null where nobody was named.</summary>
    public OrderPayer? Payer { get; init; }

    /// <summary>The most that the caller may settle now; null where nothing limits it.</summary>
    public Money? Ceiling { get; init; }
}

/// <summary>A fine as it was quoted.</summary>
internal sealed record OrderItem(string FineNumber, string Etag, Money Amount);

/// <summary>The money that was taken.</summary>
internal sealed record OrderPayment(PaymentMethod Method, Money Amount, string Reference, DateTimeOffset CollectTime);

/// <summary>Who paid.</summary>
internal sealed record OrderPayer(PersonName FullName, NationalId? NationalId, MobileNumber? MobileNumber);

/// <summary>What a request to take a settlement back asks.</summary>
internal sealed record ReversalOrder
{
    /// <summary>The request that gave the order.</summary>
    public required OnceRequest Request { get; init; }

    /// <summary>Branch, counter and teller; null for the head office.</summary>
    public required Contracts.V1.Counter? Counter { get; init; }

    /// <summary>Number of the settlement.</summary>
    public required string SettlementNumber { get; init; }

    /// <summary>Why.</summary>
    public required ReversalReason Reason { get; init; }

    /// <summary>More about why; null where nothing was said.</summary>
    public required string? Note { get; init; }

    /// <summary>The one branch whose settlements may be taken back; null for every branch.</summary>
    public required string? OnlyBranch { get; init; }

    /// <summary>
    /// Sheets of clearance certificates that were recovered from the citizen; null where the caller may not take back
    /// what a certificate leans on.
    /// </summary>
    public required IReadOnlyList<string>? RecoveredSheets { get; init; }
}

/// <summary>Which settlements are asked for.</summary>
/// <param name="BusinessDate">Of this day.</param>
/// <param name="BranchCode">Of this branch; null for all.</param>
/// <param name="PageSize">How many at most.</param>
/// <param name="After">Where the page begins; null for the first.</param>
internal sealed record SettlementListQuestion(
    DateOnly BusinessDate, string? BranchCode, int PageSize, SettlementPageToken? After);

/// <summary>Which settlement is asked for, and by whom.</summary>
/// <param name="SettlementNumber">Its number, or empty.</param>
/// <param name="Caller">With a request id: the caller that sent it.</param>
/// <param name="RequestId">The request that made it, or empty.</param>
/// <param name="OnlyBranch">The one branch whose settlements may be seen; null for every branch.</param>
internal sealed record SettlementQuestion(string SettlementNumber, string Caller, string RequestId, string? OnlyBranch);
