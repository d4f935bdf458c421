using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of a list of appeals.</summary>
internal sealed class AppealListRow
{
    public long Id { get; set; }
    public string AppealNumber { get; set; } = "";
    public string BranchCode { get; set; } = "";
    public AppealStage Stage { get; set; }
    public AppealResult? Result { get; set; }
    public int ItemCount { get; set; }
    public Money ContestedTotal { get; set; }
    public int DocumentCount { get; set; }
    public DbTime SubmitTime { get; set; }
    public DbTime DueTime { get; set; }

    public AppealListItem ToRecord() => new(
        Id, AppealNumber, BranchCode, Stage, Result, ItemCount, ContestedTotal, DocumentCount, SubmitTime.Value,
        DueTime.Value);
}

/// <summary>The row of the open appeals' counts.</summary>
internal sealed class AppealTotalsRow
{
    public long OpenCount { get; set; }
    public long OverdueCount { get; set; }
}
