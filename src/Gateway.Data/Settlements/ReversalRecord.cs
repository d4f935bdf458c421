using Gateway.Domain;

namespace Gateway.Data;

/// <summary>How a settlement was taken back.</summary>
public sealed record ReversalRecord
{
    /// <summary>SPIFFE id of the caller that asked for it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Branch that gave the money back, five digits; null where the head office did it.</summary>
    public string? BranchCode { get; init; }

    /// <summary>Counter in the branch, two digits; null as <see cref="BranchCode"/>.</summary>
    public string? CounterCode { get; init; }

    /// <summary>The teller; null as <see cref="BranchCode"/>.</summary>
    public string? TellerCode { get; init; }

    /// <summary>Why.</summary>
    public required ReversalReason Reason { get; init; }

    /// <summary>More about why; null where nothing was said.</summary>
    public string? Note { get; init; }

    /// <summary>When. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset ReverseTime { get; init; }
}
