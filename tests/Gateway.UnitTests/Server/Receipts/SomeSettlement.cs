using Gateway.Data;
using Gateway.Domain;

namespace Gateway.UnitTests.Server.Receipts;

/// <summary>Settlements to print: of a vehicle by card and in a name, of a driver in cash.</summary>
internal static class SomeSettlement
{
    public static readonly VehiclePlate Plate = new("قبل", "1234", PlateKind.Private, "");

    public static readonly DrivingLicence Licence = new("1080027651", "0103");

    public static readonly IReadOnlyList<SettlementItemRecord> VehicleFines =
    [
        new(1, "1000000000010", "تجاوز السرعة المقررة", "Exceeding the speed limit", Money.FromPiastres(315_00), true),
        new(2, "1000000000029", "الوقوف في الممنوع", "Parking where it is forbidden", Money.FromPiastres(115_50), true),
    ];

    public static readonly IReadOnlyList<SettlementItemRecord> DriverFines =
    [
        new(
            13, "1000000000139", "عدم استعمال حزام الأمان", "Not wearing a seat belt", Money.FromPiastres(1_115_00), true),
    ];

    /// <summary>Of <see cref="Plate"/>, at five past two in Cairo's winter time.</summary>
    public static NewSettlement OfVehicle => new()
    {
        SettlementNumber = "261123004217385",
        Caller = "spiffe://post.gov.eg/branch/00001",
        RequestId = "6f1c2a90-52d4-4b7e-8a31-0c9d5e7f1a01",
        Subject = new SubjectKey(SubjectKind.Vehicle, 1),
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.0017",
        Total = Money.FromPiastres(430_50),
        PaymentMethod = PaymentMethod.Card,
        PaymentReference = "4417-0093-2281",
        CollectTime = new DateTimeOffset(2026, 11, 23, 12, 4, 0, TimeSpan.Zero),
        PayerName = PersonName.FromStored("محمود إبراهيم السيد حجازي"),
        PayerNationalId = NationalId.FromStored("28503120102347"),
        PayerMobileNumber = MobileNumber.FromStored("+201012345678"),
        BusinessDate = new DateOnly(2026, 11, 23),
        SettleTime = new DateTimeOffset(2026, 11, 23, 12, 5, 9, TimeSpan.Zero),
    };

    /// <summary>Of <see cref="Licence"/>, in the first minutes of a day in Cairo's summer time.</summary>
    public static NewSettlement OfDriver => OfVehicle with
    {
        SettlementNumber = "260702990000128",
        Subject = new SubjectKey(SubjectKind.Driver, 1),
        TellerCode = "0017",
        Total = Money.FromPiastres(1_115_00),
        PaymentMethod = PaymentMethod.Cash,
        PaymentReference = null,
        PayerName = null,
        PayerNationalId = null,
        PayerMobileNumber = null,
        BusinessDate = new DateOnly(2026, 7, 2),
        SettleTime = new DateTimeOffset(2026, 7, 1, 21, 7, 0, TimeSpan.Zero),
    };
}
