using System.Globalization;
using Gateway.Data;
using Gateway.Domain;

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
        test.Execute(
            """
            INSERT INTO vehicle VALUES (1, 'قبل', '1234', 1, '', 'أحمد محمود');
            INSERT INTO driver VALUES (1, '12345678', '0101', '29001010112345', 'منى أحمد');
            INSERT INTO violation_code VALUES ('101', 'سرعة', 'Speeding', '74', 10000, 50000);
            """);
        for (var i = 1; i <= fines; i++)
            InsertFine(test, i, Noon.AddMinutes(i), FineStatus.Outstanding);
    }

    public static void InsertFine(
        TestDatabase test, long id, DateTimeOffset time, FineStatus status, SubjectKind subject = SubjectKind.Vehicle)
    {
        var (vehicle, driver) = subject == SubjectKind.Vehicle ? ("1", "NULL") : ("NULL", "1");
        test.Execute(
            $"""
            INSERT INTO fine VALUES ({id}, '{Number(id)}', {vehicle}, {driver}, '101', '{new DbTime(time).ToText()}',
              '01', 'شارع رمسيس', 'Ramses Street', 14000, 1000, {(int)status})
            """);
    }

    public static string Number(long id) => id.ToString("D10", CultureInfo.InvariantCulture);

    public static NewSettlement Settlement(int serial, Money? total = null) => new()
    {
        SettlementNumber = SettlementNumber.Create(new DateOnly(2026, 3, 1), _ => serial),
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
