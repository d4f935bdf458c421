using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Counts and sums of both sides, of one kind of entries.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="PostCount">Entries of the post.</param>
/// <param name="PostTotal">Their sum.</param>
/// <param name="GatewayCount">What the database has of the day: settlements that stand, fees, refunds.</param>
/// <param name="GatewayTotal">Their sum.</param>
public sealed record ReconciliationTotals(
    EntryKind Kind, long PostCount, Money PostTotal, long GatewayCount, Money GatewayTotal);

/// <summary>How an entry differs. The numbers are those of the contract.</summary>
public enum ExceptionKind
{
    /// <summary>The post lists it; there is no such thing on that day.</summary>
    MissingHere = 1,

    /// <summary>It stands; the post does not list it.</summary>
    MissingThere = 2,

    /// <summary>Both have it, with different amounts.</summary>
    AmountDiffers = 3,

    /// <summary>The post lists it; it was taken back.</summary>
    ReversedHere = 4,

    /// <summary>The post lists it more than once.</summary>
    Repeated = 5,
}

/// <summary>An entry that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="EntryKind">What it is about.</param>
/// <param name="Number">Number of the settlement, the appeal or the refund.</param>
/// <param name="BranchCode">Branch that took or paid the money; null where the database has nothing.</param>
/// <param name="PostAmount">What the post lists; null for nothing.</param>
/// <param name="GatewayAmount">What the database has; null for nothing.</param>
public sealed record ExceptionRecord(
    ExceptionKind Kind,
    EntryKind EntryKind,
    string Number,
    string? BranchCode,
    Money? PostAmount,
    Money? GatewayAmount);
