using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Counts and sums of both sides.</summary>
internal sealed class ReconciliationTotalsRow
{
    public long PostCount { get; set; }
    public Money PostTotal { get; set; }
    public long GatewayCount { get; set; }
    public Money GatewayTotal { get; set; }
}

/// <summary>A settlement that differs.</summary>
internal sealed class ExceptionRow
{
    public ExceptionKind Kind { get; set; }
    public string SettlementNumber { get; set; } = "";
    public string? BranchCode { get; set; }
    public Money? PostAmount { get; set; }
    public Money? GatewayAmount { get; set; }

    public ExceptionRecord ToRecord() => new(Kind, SettlementNumber, BranchCode, PostAmount, GatewayAmount);
}
