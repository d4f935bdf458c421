using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A refund as it stands in the database.</summary>
public sealed record RefundRecord
{
    /// <summary>Key in the database.</summary>
    public required long Id { get; init; }

    /// <summary>Number, see <see cref="RecordNumber"/>.</summary>
    public required string RefundNumber { get; init; }

    /// <summary>What for.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>Number of the appeal that it follows from.</summary>
    public required string AppealNumber { get; init; }

    /// <summary>Number of the fine; null for a fee.</summary>
    public string? FineNumber { get; init; }

    /// <summary>Violation in Arabic; null for a fee.</summary>
    public string? ViolationAr { get; init; }

    /// <summary>Violation in English; null for a fee.</summary>
    public string? ViolationEn { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Name of the one it is due to.</summary>
    public required PersonName RecipientName { get; init; }

    /// <summary>National id of the one it is due to.</summary>
    public required NationalId RecipientNationalId { get; init; }

    /// <summary>Since when it is due.</summary>
    public required DateTimeOffset DueTime { get; init; }

    /// <summary>How it was paid out; null while it is due.</summary>
    public RefundPayout? Payout { get; init; }
}
