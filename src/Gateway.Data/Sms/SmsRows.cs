using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of appeal_event whose SMS is due.</summary>
internal sealed class SmsDueRow
{
    public long Id { get; set; }
    public string AppealNumber { get; set; } = "";
    public int Sequence { get; set; }
    public AppealStage Stage { get; set; }
    public AppealResult? Result { get; set; }
    public string Number { get; set; } = "";
    public SmsLanguage Language { get; set; }
    public int Attempts { get; set; }
    public int ItemCount { get; set; }
    public Money RefundTotal { get; set; }

    public SmsDue ToRecord() => new()
    {
        Id = Id,
        AppealNumber = AppealNumber,
        Sequence = Sequence,
        Stage = Stage,
        Result = Result,
        Number = MobileNumber.TryFromStored(Number),
        Language = Language,
        Attempts = Attempts,
        ItemCount = ItemCount,
        RefundTotal = RefundTotal,
    };
}

/// <summary>A row of appeal_event whose SMS failed.</summary>
internal sealed class SmsFailureRow
{
    public string AppealNumber { get; set; } = "";
    public int Sequence { get; set; }
    public AppealStage Stage { get; set; }
    public string Number { get; set; } = "";
    public int Attempts { get; set; }
    public DbTime EndTime { get; set; }
    public string? Failure { get; set; }

    public SmsFailure ToRecord() => new(
        AppealNumber, Sequence, Stage, MobileNumber.TryFromStored(Number), Attempts, EndTime.Value, Failure ?? "");
}

/// <summary>The row of the outbox's counts.</summary>
internal sealed class SmsTotalsRow
{
    public long Queued { get; set; }
    public long Failed { get; set; }
    public DbTime? OldestDueTime { get; set; }
}
