using Gateway.Domain;

namespace Gateway.Clearance;

/// <summary>How a code names its subject. Thread-safe.</summary>
public static class ClearanceSubject
{
    private const int LicenceDigits = 4;

    /// <summary>A plate as it is read: letters apart, then the digits; an old plate its digits only.</summary>
    public static string Of(VehiclePlate plate)
    {
        ArgumentNullException.ThrowIfNull(plate);
        return plate.Letters.Length == 0
            ? plate.Digits
            : $"{string.Join(' ', plate.Letters.ToCharArray())} {plate.Digits}";
    }

    /// <summary>Whether it is a plate as <see cref="Of(VehiclePlate)"/> writes it.</summary>
    /// <param name="text">The plate.</param>
    /// <param name="kind">The class of the vehicle.</param>
    /// <param name="governorateCode">Two digits beside an old plate; else null.</param>
    public static bool IsPlate(string text, PlateKind kind, string? governorateCode)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.LastIndexOf(' ') + 1;
        var plate = VehiclePlate.Parse(
            text[..digits], text[digits..], kind, governorateCode, new FieldErrors(), "plate");
        return plate is not null && Of(plate) == text && plate.GovernorateCode == (governorateCode ?? "");
    }

    /// <summary>The last four digits of a licence.</summary>
    public static string Of(DrivingLicence licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        return licence.LicenceNumber[^LicenceDigits..];
    }
}
