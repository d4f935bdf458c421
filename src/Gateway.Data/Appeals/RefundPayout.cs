namespace Gateway.Data;

/// <summary>How a refund was paid out.</summary>
public sealed record RefundPayout
{
    /// <summary>SPIFFE id of the caller that did it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Branch that paid, five digits.</summary>
    public required string BranchCode { get; init; }

    /// <summary>Counter in the branch, two digits.</summary>
    public required string CounterCode { get; init; }

    /// <summary>The teller, as declared by the post.</summary>
    public required string TellerCode { get; init; }

    /// <summary>The day in Cairo to which it counts.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>When. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset PayTime { get; init; }
}
