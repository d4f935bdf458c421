using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A refund as it becomes due.</summary>
public sealed record NewRefund
{
    /// <summary>Number, see <see cref="RecordNumber"/>.</summary>
    public required string RefundNumber { get; init; }

    /// <summary>What for.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>Key of the appeal that it follows from.</summary>
    public required long AppealId { get; init; }

    /// <summary>Key of the fine; null for a fee.</summary>
    public long? FineId { get; init; }

    /// <summary>Key of the settlement that paid the fine; null for a fee.</summary>
    public long? SettlementId { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>Name of the one it is due to.</summary>
    public required PersonName RecipientName { get; init; }

    /// <summary>National id of the one it is due to.</summary>
    public required NationalId RecipientNationalId { get; init; }

    /// <summary>Since when it is due. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset DueTime { get; init; }
}
