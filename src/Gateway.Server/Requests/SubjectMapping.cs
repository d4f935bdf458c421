using Gateway.Contracts.V1;
using Stored = Gateway.Domain;

namespace Gateway.Server.Requests;

/// <summary>Writes a subject in its stored form. A driver is named by licence, never by national id.</summary>
internal static class SubjectMapping
{
    /// <summary>The subject as the contract has it.</summary>
    public static Subject ToWire(this Stored.Subject subject) => subject switch
    {
        Stored.VehiclePlate plate => new Subject
        {
            VehiclePlate = new VehiclePlate
            {
                Letters = plate.Letters,
                Digits = plate.Digits,
                Kind = (PlateKind)plate.Kind,
                GovernorateCode = plate.GovernorateCode,
            },
        },
        Stored.DrivingLicence licence => new Subject
        {
            DrivingLicence = new DrivingLicence
            {
                LicenceNumber = licence.LicenceNumber,
                TrafficUnitCode = licence.TrafficUnitCode,
            },
        },
        _ => throw new ArgumentException("A subject that is not in its stored form.", nameof(subject)),
    };
}
