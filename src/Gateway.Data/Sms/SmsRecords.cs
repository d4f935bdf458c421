using Gateway.Domain;

namespace Gateway.Data;

/// <summary>An SMS that is due.</summary>
public sealed record SmsDue
{
    /// <summary>Key of the event.</summary>
    public required long Id { get; init; }

    /// <summary>Number of the appeal.</summary>
    public required string AppealNumber { get; init; }

    /// <summary>Number of the event in the appeal.</summary>
    public required int Sequence { get; init; }

    /// <summary>The stage that it tells of.</summary>
    public required AppealStage Stage { get; init; }

    /// <summary>How the appeal was decided; null while it is not.</summary>
    public AppealResult? Result { get; init; }

    /// <summary>To whom; null where a program of the prosecution stored what is no Egyptian mobile number.</summary>
    public required MobileNumber? Number { get; init; }

    /// <summary>In which language.</summary>
    public required SmsLanguage Language { get; init; }

    /// <summary>How often it was given to the network already.</summary>
    public required int Attempts { get; init; }

    /// <summary>How many fines the appeal has.</summary>
    public required int ItemCount { get; init; }

    /// <summary>What goes back to the citizen by this appeal.</summary>
    public required Money RefundTotal { get; init; }
}

/// <summary>How many SMS may go to one number, and about one appeal, from a moment on.</summary>
/// <param name="Since">Since when they are counted.</param>
/// <param name="PerNumber">At most so many to one number.</param>
/// <param name="PerAppeal">At most so many about one appeal.</param>
public sealed record SmsAllowance(DateTimeOffset Since, int PerNumber, int PerAppeal);

/// <summary>An SMS that a gateway takes on.</summary>
/// <param name="Id">Key of the event.</param>
/// <param name="Token">Names this try.</param>
/// <param name="Text">What is sent.</param>
public sealed record SmsClaim(long Id, string Token, string Text);

/// <summary>The network took a message.</summary>
/// <param name="SentTime">When.</param>
/// <param name="IsDelivered">Whether it has arrived already.</param>
/// <param name="ProviderId">The network's identifier of it; null where it gave none.</param>
public sealed record SmsSent(DateTimeOffset SentTime, bool IsDelivered = false, string? ProviderId = null);

/// <summary>The network did not take a message.</summary>
/// <param name="Time">When it is tried again; where that is not to be, since when it counts as failed.</param>
/// <param name="IsFinal">Whether it counts as failed.</param>
/// <param name="Failure">Why.</param>
public sealed record SmsUnsent(DateTimeOffset Time, bool IsFinal, string Failure);

/// <summary>An SMS that failed.</summary>
/// <param name="AppealNumber">Number of the appeal.</param>
/// <param name="Sequence">Number of the event in the appeal.</param>
/// <param name="Stage">The stage that it tells of.</param>
/// <param name="Number">To whom; null where what is stored is no Egyptian mobile number.</param>
/// <param name="Attempts">How often it was given to the network.</param>
/// <param name="EndTime">When it failed for good.</param>
/// <param name="Failure">Why.</param>
public sealed record SmsFailure(
    string AppealNumber,
    int Sequence,
    AppealStage Stage,
    MobileNumber? Number,
    int Attempts,
    DateTimeOffset EndTime,
    string Failure);

/// <summary>How the outbox stands.</summary>
/// <param name="Queued">Messages that wait.</param>
/// <param name="Failed">Messages that failed.</param>
/// <param name="OldestDueTime">Since when the oldest of those that wait is due; null where none waits.</param>
public sealed record SmsTotals(long Queued, long Failed, DateTimeOffset? OldestDueTime);
