using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A stage that an appeal came to, and its SMS.</summary>
public sealed record AppealEventRecord
{
    /// <summary>Number of the event in the appeal, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The stage.</summary>
    public required AppealStage Stage { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>Who moved it: a SPIFFE id, or <c>database</c> and a login.</summary>
    public required string Actor { get; init; }

    /// <summary>What the citizen is told at a counter; null where nothing was said.</summary>
    public string? PublicNote { get; init; }

    /// <summary>How far the SMS has come.</summary>
    public required SmsState SmsState { get; init; }

    /// <summary>Its text; null before it was sent.</summary>
    public string? SmsText { get; init; }

    /// <summary>How often it was given to the network.</summary>
    public required int SmsAttempts { get; init; }

    /// <summary>When the network took it; null before.</summary>
    public DateTimeOffset? SmsSentTime { get; init; }

    /// <summary>When it reached the telephone, or failed for good; null before.</summary>
    public DateTimeOffset? SmsEndTime { get; init; }

    /// <summary>The network's identifier of it; null where it gave none.</summary>
    public string? SmsProviderId { get; init; }
}
