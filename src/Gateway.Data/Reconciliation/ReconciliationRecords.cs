using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Counts and sums of both sides.</summary>
/// <param name="PostCount">Entries of the post.</param>
/// <param name="PostTotal">Their sum.</param>
/// <param name="GatewayCount">Settlements of the day that stand.</param>
/// <param name="GatewayTotal">Their sum.</param>
public sealed record ReconciliationTotals(long PostCount, Money PostTotal, long GatewayCount, Money GatewayTotal);

/// <summary>How a settlement differs. The numbers are those of the contract.</summary>
public enum ExceptionKind
{
    /// <summary>The post lists it; there is no such settlement on that day.</summary>
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

/// <summary>A settlement that differs.</summary>
/// <param name="Kind">How.</param>
/// <param name="SettlementNumber">Its number.</param>
/// <param name="BranchCode">Branch that took the money; null where there is no such settlement.</param>
/// <param name="PostAmount">What the post lists; null for nothing.</param>
/// <param name="GatewayAmount">What stands; null for nothing.</param>
public sealed record ExceptionRecord(
    ExceptionKind Kind, string SettlementNumber, string? BranchCode, Money? PostAmount, Money? GatewayAmount);
