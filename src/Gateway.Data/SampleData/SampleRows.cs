using Gateway.Domain;

namespace Gateway.Data;

/// <summary>
/// A subject of the sample data with all that stands against it. Exactly one of plate and licence is set.
/// </summary>
internal sealed record SampleSubject
{
    public required SubjectKey Key { get; init; }
    public VehiclePlate? Plate { get; init; }
    public DrivingLicence? Licence { get; init; }
    public string? NationalId { get; init; }
    public required string HolderName { get; init; }
    public required IReadOnlyList<SampleFine> Fines { get; init; }
    public required IReadOnlyList<SampleSettlement> Settlements { get; init; }
}

/// <summary>A fine of the sample data. Money in piastres.</summary>
internal sealed record SampleFine(
    long Id,
    string FineNumber,
    SampleViolation Violation,
    DateTimeOffset Time,
    SamplePlace Place,
    long Amount,
    long Fees,
    FineStatus Status);

/// <summary>A settlement of the sample data, paid by the holder.</summary>
internal sealed record SampleSettlement(
    long Id,
    string SettlementNumber,
    string RequestId,
    int Branch,
    int Counter,
    string Teller,
    PaymentMethod Method,
    string? Reference,
    string? MobileNumber,
    DateTimeOffset Time,
    IReadOnlyList<SampleFine> Fines)
{
    /// <summary>Sum of amounts and fees, piastres.</summary>
    public long Total => Fines.Sum(fine => fine.Amount + fine.Fees);
}

/// <summary>The keys that come next; the generator numbers on from here.</summary>
internal sealed record SampleStart(long VehicleId, long DriverId, long FineId, long SettlementId)
{
    /// <summary>The keys behind this subject.</summary>
    public SampleStart After(SampleSubject subject) => new(
        subject.Key.Kind == SubjectKind.Vehicle ? subject.Key.Id + 1 : VehicleId,
        subject.Key.Kind == SubjectKind.Driver ? subject.Key.Id + 1 : DriverId,
        FineId + subject.Fines.Count,
        SettlementId + subject.Settlements.Count);
}
