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
        return plate.Letters.Length == 0 ? plate.Digits : $"{string.Join(' ', plate.Letters.ToCharArray())} {plate.Digits}";
    }

    /// <summary>The last four digits of a licence.</summary>
    public static string Of(DrivingLicence licence)
    {
        ArgumentNullException.ThrowIfNull(licence);
        return licence.LicenceNumber[^LicenceDigits..];
    }
}
