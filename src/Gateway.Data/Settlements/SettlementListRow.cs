using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of settlement with what a list shows of it.</summary>
internal sealed class SettlementListRow
{
    public long Id { get; set; }
    public string SettlementNumber { get; set; } = "";
    public string BranchCode { get; set; } = "";
    public string CounterCode { get; set; } = "";
    public string TellerCode { get; set; } = "";
    public PaymentMethod PaymentMethod { get; set; }
    public string? PaymentReference { get; set; }
    public int ItemCount { get; set; }
    public Money Total { get; set; }
    public DbTime SettleTime { get; set; }
    public DbTime? ReverseTime { get; set; }

    public SettlementListItem ToRecord() => new(
        Id, SettlementNumber, BranchCode, CounterCode, TellerCode, PaymentMethod, PaymentReference, ItemCount, Total,
        SettleTime.Value, ReverseTime?.Value);
}

/// <summary>Counts and sums over settlements.</summary>
internal sealed class SettlementTotalsRow
{
    public long SettledCount { get; set; }
    public Money SettledTotal { get; set; }
    public long ReversedCount { get; set; }
    public Money ReversedTotal { get; set; }
}
