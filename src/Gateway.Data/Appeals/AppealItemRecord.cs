using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine in an appeal, as it stands in the database.</summary>
public sealed record AppealItemRecord
{
    /// <summary>What was submitted.</summary>
    public required NewAppealItem Details { get; init; }

    /// <summary>Number of the fine.</summary>
    public required string FineNumber { get; init; }

    /// <summary>Violation in Arabic.</summary>
    public required string ViolationAr { get; init; }

    /// <summary>Violation in English.</summary>
    public required string ViolationEn { get; init; }

    /// <summary>What went or goes back of its payment, by every appeal so far.</summary>
    public required Money Refunded { get; init; }

    /// <summary>What was decided; null while it is not.</summary>
    public AppealDecision? Decision { get; init; }

    /// <summary>The fine as it was reduced, its fees apart; null where it was not.</summary>
    public Money? NewAmount { get; init; }

    /// <summary>Whether it had been wrongly recorded.</summary>
    public bool IsWronglyRecorded { get; init; }

    /// <summary>Why it was decided so.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>Whether the fine had been paid.</summary>
    public bool IsPaid => Details.Payment is not null;
}
