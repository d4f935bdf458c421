using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of settlement_reversal.</summary>
internal sealed class ReversalRow
{
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string? BranchCode { get; set; }
    public string? CounterCode { get; set; }
    public string? TellerCode { get; set; }
    public ReversalReason Reason { get; set; }
    public string? Note { get; set; }
    public DbTime ReverseTime { get; set; }

    public ReversalRecord ToRecord() => new()
    {
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = BranchCode,
        CounterCode = CounterCode,
        TellerCode = TellerCode,
        Reason = Reason,
        Note = Note,
        ReverseTime = ReverseTime.Value,
    };
}
