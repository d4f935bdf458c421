using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of clearance_certificate.</summary>
internal sealed class ClearanceRow
{
    public long Id { get; set; }
    public string CertificateNumber { get; set; } = "";
    public string Caller { get; set; } = "";
    public string RequestId { get; set; } = "";
    public string BranchCode { get; set; } = "";
    public string CounterCode { get; set; } = "";
    public string TellerCode { get; set; } = "";
    public long? VehicleId { get; set; }
    public long? DriverId { get; set; }
    public string HolderName { get; set; } = "";
    public string? HolderNationalId { get; set; }
    public long? LastSettlementId { get; set; }
    public DbTime AsOfTime { get; set; }
    public DbTime ExpireTime { get; set; }
    public ClearanceRevocationReason? RevokeReason { get; set; }
    public string? RevokeNote { get; set; }
    public string? RevokeActor { get; set; }
    public DbTime? RevokeTime { get; set; }

    public ClearanceRecord ToRecord() => new(Id, Details(), Revocation());

    private ClearanceRevocation? Revocation() => RevokeReason is { } reason && RevokeTime is { } time
        ? new ClearanceRevocation(reason, RevokeNote, RevokeActor ?? "", time.Value)
        : null;

    private NewClearance Details() => new()
    {
        CertificateNumber = CertificateNumber,
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = BranchCode,
        CounterCode = CounterCode,
        TellerCode = TellerCode,
        Subject = SubjectKey.Of(VehicleId, DriverId),
        HolderName = PersonName.FromStored(HolderName),
        HolderNationalId = HolderNationalId is { } id ? NationalId.FromStored(id) : null,
        LastSettlementId = LastSettlementId,
        AsOfTime = AsOfTime.Value,
        ExpireTime = ExpireTime.Value,
    };
}
