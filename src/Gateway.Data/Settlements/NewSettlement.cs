using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A settlement as it is recorded. Its total is also the payment's amount.</summary>
public sealed record NewSettlement
{
    /// <summary>Number, see <see cref="RecordNumber"/>.</summary>
    public required string SettlementNumber { get; init; }

    /// <summary>SPIFFE id of the caller that asked for it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Branch that took the money, five digits.</summary>
    public required string BranchCode { get; init; }

    /// <summary>Counter in the branch, two digits.</summary>
    public required string CounterCode { get; init; }

    /// <summary>The teller, as declared by the post.</summary>
    public required string TellerCode { get; init; }

    /// <summary>Whose fines these are.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>Sum of the items; equals the payment.</summary>
    public required Money Total { get; init; }

    /// <summary>How it was paid.</summary>
    public required PaymentMethod PaymentMethod { get; init; }

    /// <summary>Reference of the payment, unique for its method unless cash; null where none was given.</summary>
    public string? PaymentReference { get; init; }

    /// <summary>When the teller took the money. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset CollectTime { get; init; }

    /// <summary>Who paid, where a name was given.</summary>
    public PersonName? PayerName { get; init; }

    /// <summary>The payer's national id, where it was given.</summary>
    public NationalId? PayerNationalId { get; init; }

    /// <summary>The payer's mobile number, where it was given.</summary>
    public MobileNumber? PayerMobileNumber { get; init; }

    /// <summary>The day in Cairo to which it counts.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>When it was made. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset SettleTime { get; init; }
}
