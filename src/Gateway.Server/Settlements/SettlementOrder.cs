using Gateway.Domain;

namespace Gateway.Server.Settlements;

/// <summary>What a request to settle asks, read and checked.</summary>
internal sealed record SettlementOrder
{
    /// <summary>Identifier of the call, kept with the change.</summary>
    public required Guid CallId { get; init; }

    /// <summary>The caller's SPIFFE id.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id.</summary>
    public required string RequestId { get; init; }

    /// <summary>The request as the gateway serializes it; two requests are the same when these bytes are.</summary>
    public required byte[] Request { get; init; }

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
}

/// <summary>A fine as it was quoted.</summary>
internal sealed record OrderItem(string FineNumber, string Etag, Money Amount);

/// <summary>The money that was taken.</summary>
internal sealed record OrderPayment(PaymentMethod Method, Money Amount, string Reference, DateTimeOffset CollectTime);

/// <summary>Who paid.</summary>
internal sealed record OrderPayer(PersonName FullName, NationalId? NationalId, MobileNumber? MobileNumber);

/// <summary>Which settlement is asked for, and by whom.</summary>
/// <param name="SettlementNumber">Its number, or empty.</param>
/// <param name="Caller">With a request id: the caller that sent it.</param>
/// <param name="RequestId">The request that made it, or empty.</param>
/// <param name="OnlyBranch">The one branch whose settlements may be seen; null for every branch.</param>
internal sealed record SettlementQuestion(string SettlementNumber, string Caller, string RequestId, string? OnlyBranch);
