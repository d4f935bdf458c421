using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A clearance certificate to be recorded.</summary>
public sealed record NewClearance
{
    /// <summary>Its number.</summary>
    public required string CertificateNumber { get; init; }

    /// <summary>SPIFFE id of the caller that asked for it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Branch that issued it, five digits.</summary>
    public required string BranchCode { get; init; }

    /// <summary>Counter in the branch, two digits.</summary>
    public required string CounterCode { get; init; }

    /// <summary>The teller.</summary>
    public required string TellerCode { get; init; }

    /// <summary>Against whom nothing was outstanding.</summary>
    public required SubjectKey Subject { get; init; }

    /// <summary>The registered holder at that moment.</summary>
    public required PersonName HolderName { get; init; }

    /// <summary>The holder's national id; null where the registry had none.</summary>
    public NationalId? HolderNationalId { get; init; }

    /// <summary>Newest settlement that it leans on; null where it leans on none.</summary>
    public long? LastSettlementId { get; init; }

    /// <summary>The moment at which nothing was outstanding. Whole milliseconds.</summary>
    public required DateTimeOffset AsOfTime { get; init; }

    /// <summary>From when it no longer counts. Whole seconds.</summary>
    public required DateTimeOffset ExpireTime { get; init; }
}
