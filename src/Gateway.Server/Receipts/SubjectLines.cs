using Gateway.Domain;

namespace Gateway.Server.Receipts;

/// <summary>Whose fines were paid. A driver is named by licence, never by national id.</summary>
internal static class SubjectLines
{
    /// <summary>The lines of a subject in its stored form.</summary>
    public static IEnumerable<BilingualLine> Of(Subject subject) => subject switch
    {
        VehiclePlate plate => Of(plate),
        DrivingLicence licence => Of(licence),
        _ => throw new ArgumentException("A subject that is not in its stored form.", nameof(subject)),
    };

    private static IEnumerable<BilingualLine> Of(VehiclePlate plate)
    {
        // Letters apart, as on the plate: joined they would read as a word. Letters first, digits behind them keep that
        // order from right to left in both languages, without marks of direction.
        var number = string.Join(' ', plate.Letters.Select(letter => letter.ToString()).Append(plate.Digits));
        yield return new(ReceiptWords.PlateNumber, Bilingual.Same(number));
        yield return new(ReceiptWords.PlateClass, ReceiptWords.Of(plate.Kind));
        if (plate.GovernorateCode is { Length: > 0 } code)
            yield return new(ReceiptWords.Governorate, GovernorateOf(code) ?? Bilingual.Same(code));
    }

    private static IEnumerable<BilingualLine> Of(DrivingLicence licence)
    {
        var unit = licence.TrafficUnitCode;
        yield return new(ReceiptWords.LicenceNumber, Bilingual.Same(licence.LicenceNumber));
        yield return new(ReceiptWords.TrafficUnit, GovernorateOf(unit[..2]) is { } governorate
            ? new($"{unit} - {governorate.Ar}", $"{unit} - {governorate.En}")
            : Bilingual.Same(unit));
    }

    // A code that the gateway does not know must not stop a payment.
    private static Bilingual? GovernorateOf(string code) =>
        Governorates.Find(code) is { } found ? new Bilingual(found.NameAr, found.NameEn) : null;
}
