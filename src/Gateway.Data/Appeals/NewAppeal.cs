using Gateway.Domain;

namespace Gateway.Data;

/// <summary>An appeal as it is submitted.</summary>
public sealed record NewAppeal
{
    /// <summary>Number, see <see cref="RecordNumber"/>.</summary>
    public required string AppealNumber { get; init; }

    /// <summary>SPIFFE id of the caller that submitted it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Branch at which the citizen stood, five digits.</summary>
    public required string BranchCode { get; init; }

    /// <summary>Counter in the branch, two digits.</summary>
    public required string CounterCode { get; init; }

    /// <summary>The teller, as declared by the post.</summary>
    public required string TellerCode { get; init; }

    /// <summary>Whose fines these are.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>Whether it is against all that was outstanding.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Who appeals; refunds are due to this person.</summary>
    public required PersonName AppellantName { get; init; }

    /// <summary>The appellant's national id.</summary>
    public required NationalId AppellantNationalId { get; init; }

    /// <summary>Where the SMS go.</summary>
    public required MobileNumber MobileNumber { get; init; }

    /// <summary>Language of the SMS.</summary>
    public required SmsLanguage SmsLanguage { get; init; }

    /// <summary>The fee, zero where there is none.</summary>
    public required Money FeeAmount { get; init; }

    /// <summary>How the fee was paid; null where there is none.</summary>
    public PaymentMethod? FeePaymentMethod { get; init; }

    /// <summary>Reference of that payment, unique for its method unless cash; null where none was given.</summary>
    public string? FeePaymentReference { get; init; }

    /// <summary>When the teller took the fee; null where there is none.</summary>
    public DateTimeOffset? FeeCollectTime { get; init; }

    /// <summary>The day in Cairo to which the fee counts.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>When it was submitted. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset SubmitTime { get; init; }

    /// <summary>By when it is to be decided.</summary>
    public required DateTimeOffset DueTime { get; init; }
}
