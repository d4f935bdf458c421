using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A row of vehicle.</summary>
internal sealed class VehicleRow
{
    public long Id { get; set; }
    public string Letters { get; set; } = "";
    public string Digits { get; set; } = "";
    public PlateKind Kind { get; set; }
    public string GovernorateCode { get; set; } = "";
    public string HolderName { get; set; } = "";
    public string? HolderNationalId { get; set; }

    public SubjectRecord ToRecord() => new(
        new SubjectKey(SubjectKind.Vehicle, Id),
        new VehiclePlate(Letters, Digits, Kind, GovernorateCode),
        PersonName.FromStored(HolderName),
        NationalId.TryFromStored(HolderNationalId));
}

/// <summary>A row of driver.</summary>
internal sealed class DriverRow
{
    public long Id { get; set; }
    public string LicenceNumber { get; set; } = "";
    public string TrafficUnitCode { get; set; } = "";
    public string HolderName { get; set; } = "";
    public string HolderNationalId { get; set; } = "";

    public SubjectRecord ToRecord() => new(
        new SubjectKey(SubjectKind.Driver, Id),
        new DrivingLicence(LicenceNumber, TrafficUnitCode),
        PersonName.FromStored(HolderName),
        NationalId.TryFromStored(HolderNationalId));
}
