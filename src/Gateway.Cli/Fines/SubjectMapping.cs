using Gateway.Domain;
using Contract = Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary>Subjects as requests name them.</summary>
internal static class SubjectMapping
{
    public static Contract.Subject ToContract(this VehiclePlate plate) => new()
    {
        VehiclePlate = new Contract.VehiclePlate
        {
            Letters = plate.Letters,
            Digits = plate.Digits,
            Kind = (Contract.PlateKind)plate.Kind,
            GovernorateCode = plate.GovernorateCode,
        },
    };

    public static Contract.Subject ToContract(this DrivingLicence licence) => new()
    {
        DrivingLicence = new Contract.DrivingLicence
        {
            LicenceNumber = licence.LicenceNumber,
            TrafficUnitCode = licence.TrafficUnitCode,
        },
    };

    public static Contract.Subject ToContract(this NationalId holder) => new()
    {
        DrivingLicence = new Contract.DrivingLicence { NationalId = holder.Value },
    };
}
