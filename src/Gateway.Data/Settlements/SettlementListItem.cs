using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A settlement in a list.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="SettlementNumber">Its number.</param>
/// <param name="BranchCode">Branch that took the money.</param>
/// <param name="CounterCode">Counter in the branch.</param>
/// <param name="TellerCode">The teller.</param>
/// <param name="PaymentMethod">How it was paid.</param>
/// <param name="PaymentReference">Reference of the payment; null where there was none.</param>
/// <param name="ItemCount">How many fines.</param>
/// <param name="Total">Their sum.</param>
/// <param name="SettleTime">When it was made.</param>
/// <param name="ReverseTime">When it was taken back; null while it stands.</param>
public sealed record SettlementListItem(
    long Id,
    string SettlementNumber,
    string BranchCode,
    string CounterCode,
    string TellerCode,
    PaymentMethod PaymentMethod,
    string? PaymentReference,
    int ItemCount,
    Money Total,
    DateTimeOffset SettleTime,
    DateTimeOffset? ReverseTime);

/// <summary>Where a page of settlements ends.</summary>
/// <param name="BranchCode">Branch of its last settlement.</param>
/// <param name="Id">Key of its last settlement.</param>
public sealed record SettlementCursor(string BranchCode, long Id);

/// <summary>What stands and what was taken back.</summary>
/// <param name="SettledCount">Settlements that stand.</param>
/// <param name="SettledTotal">Their sum.</param>
/// <param name="ReversedCount">Settlements that were taken back.</param>
/// <param name="ReversedTotal">Their sum.</param>
public sealed record SettlementTotals(long SettledCount, Money SettledTotal, long ReversedCount, Money ReversedTotal);
