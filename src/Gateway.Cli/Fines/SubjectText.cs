using Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary>A vehicle or a driver for people. Never prints a whole national id.</summary>
internal static class SubjectText
{
    public static string Of(Subject? subject) => subject?.KindCase switch
    {
        Subject.KindOneofCase.VehiclePlate => Of(subject.VehiclePlate),
        Subject.KindOneofCase.DrivingLicence => Of(subject.DrivingLicence),
        _ => "",
    };

    private static string Of(VehiclePlate plate)
    {
        // Apart, as on the plate: joined they would read as a word.
        var letters = string.Join(' ', plate.Letters.EnumerateRunes());
        var number = letters.Length > 0
            ? $"{letters} {plate.Digits}"
            : $"{plate.Digits}, governorate {plate.GovernorateCode}";
        return $"Plate {number} ({plate.Kind.ToString().ToLowerInvariant()})";
    }

    private static string Of(DrivingLicence licence) => licence.LicenceNumber.Length > 0
        ? $"Licence {licence.LicenceNumber}, unit {licence.TrafficUnitCode}"
        : $"Holder of national id {Masked.NationalId(licence.NationalId)}";
}
