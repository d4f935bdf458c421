using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Counts and sums of both sides, of one kind of entries.</summary>
internal sealed class ReconciliationTotalsRow
{
    public EntryKind EntryKind { get; set; }
    public long PostCount { get; set; }
    public Money PostTotal { get; set; }
    public long GatewayCount { get; set; }
    public Money GatewayTotal { get; set; }

    public ReconciliationTotals ToRecord() => new(EntryKind, PostCount, PostTotal, GatewayCount, GatewayTotal);
}

/// <summary>An entry that differs.</summary>
internal sealed class ExceptionRow
{
    public ExceptionKind Kind { get; set; }
    public EntryKind EntryKind { get; set; }
    public string Number { get; set; } = "";
    public string? BranchCode { get; set; }
    public Money? PostAmount { get; set; }
    public Money? GatewayAmount { get; set; }

    public ExceptionRecord ToRecord() => new(Kind, EntryKind, Number, BranchCode, PostAmount, GatewayAmount);
}
