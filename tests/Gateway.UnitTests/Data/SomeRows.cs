using System.Globalization;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Testing.Databases;

namespace Gateway.UnitTests.Data;

/// <summary>
/// A few rows to test stores on: vehicle 1, driver 1, and outstanding fines of vehicle 1 of 150 EGP each.
/// </summary>
internal static class SomeRows
{
    public static readonly SubjectKey Vehicle = new(SubjectKind.Vehicle, 1);

    public static readonly SubjectKey Driver = new(SubjectKind.Driver, 1);

    public static readonly VehiclePlate Plate = new("قبل", "1234", PlateKind.Private, "");

    public static readonly DrivingLicence Licence = new("12345678", "0101");

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static void Insert(TestDatabase test, int fines)
    {
        test.Insert("vehicle", 1, "قبل", "1234", 1, "", "أحمد محمود", null);
        test.Insert("driver", 1, "12345678", "0101", "29001010112345", "منى أحمد");
        test.Insert("violation_code", "101", "سرعة", "Speeding", "74", Money.FromAmount(100), Money.FromAmount(500));
        for (var i = 1; i <= fines; i++)
            InsertFine(test, i, Noon.AddMinutes(i), FineStatus.Outstanding);
    }

    public static void InsertFine(
        TestDatabase test, long id, DateTimeOffset time, FineStatus status, SubjectKind subject = SubjectKind.Vehicle)
    {
        var key = subject == SubjectKind.Vehicle ? Vehicle : Driver;
        test.Insert(
            "fine", id, Number(id), key.VehicleId, key.DriverId, "101", time, "01", "شارع رمسيس", "Ramses Street",
            Money.FromAmount(140), Money.FromAmount(10), (int)status);
    }

    public static string Number(long id) => id.ToString("D10", CultureInfo.InvariantCulture);

    public static NewSettlement Settlement(int serial, Money? total = null) => new()
    {
        SettlementNumber = RecordNumber.Create(new DateOnly(2026, 3, 1), _ => serial),
        Caller = "spiffe://post.gov.eg/branch/00001",
        RequestId = $"00000000-0000-4000-8000-{serial:D12}",
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.17",
        Subject = Vehicle,
        Total = total ?? Money.FromPiastres(15_000),
        PaymentMethod = PaymentMethod.Cash,
        CollectTime = Noon,
        BusinessDate = new DateOnly(2026, 3, 1),
        SettleTime = Noon.AddSeconds(5),
    };
}
