using Gateway.Clearance;
using Gateway.Domain;

namespace Gateway.Testing.Clearances;

/// <summary>Builders of good claims; a test changes what it is about.</summary>
internal static class SomeCredential
{
    /// <summary>The moment that the claims are of.</summary>
    public static readonly DateTimeOffset AsOfTime = new(2026, 7, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Number of a certificate.</summary>
    public static readonly string Number = RecordNumber.Create(new DateOnly(2026, 7, 31), _ => 12_345_678);

    /// <summary>Claims about a vehicle.</summary>
    public static ClearanceClaims Claims() => new()
    {
        Id = CredentialId.New(),
        AsOfTime = AsOfTime,
        ExpireTime = AsOfTime.AddDays(30),
        CertificateNumber = Number,
        Kind = ClearanceKind.Vehicle,
        Subject = "ق ب ل 1234",
        PlateKind = PlateKind.Private,
        BranchCode = "00001",
        SheetSerial = "EG-26-0004711",
        Result = ClearanceResult.NothingOutstanding,
    };

    /// <summary>Claims about a vehicle with an old plate.</summary>
    public static ClearanceClaims OldPlate() =>
        Claims() with { Subject = "123456", PlateKind = PlateKind.Taxi, GovernorateCode = "21" };

    /// <summary>Claims about a licence.</summary>
    public static ClearanceClaims Licence() =>
        Claims() with { Kind = ClearanceKind.DrivingLicence, Subject = "7651", PlateKind = null };

    /// <summary>Who holds a vehicle.</summary>
    public static ClearanceHolder Holder() => new("سارة خالد يوسف منصور", "29211022100483", null);

    /// <summary>Who holds a licence.</summary>
    public static ClearanceHolder LicenceHolder() => Holder() with { LicenceNumber = "1080027651" };
}
