using System.Globalization;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using FineStatus = Gateway.Domain.FineStatus;
using Money = Gateway.Domain.Money;
using PlateKind = Gateway.Contracts.V1.PlateKind;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// What one history is about: a vehicle and a driver with three fines each, request ids and days, none of which another
/// history of the same database has. Immutable.
/// </summary>
/// <param name="number">Number of the history in its database, from 1.</param>
/// <param name="firstDay">The day on which it begins; all that follow are its own.</param>
internal sealed class LawScene(int number, DateOnly firstDay)
{
    /// <summary>Fines of each subject.</summary>
    public const int FinesOfSubject = 3;

    /// <summary>Fines of both.</summary>
    public const int Fines = 2 * FinesOfSubject;

    /// <summary>The violation of all fines.</summary>
    public const string Violation = "101";

    /// <summary>Its name in Arabic.</summary>
    public const string ViolationAr = "تجاوز السرعة المقررة";

    /// <summary>Its name in English.</summary>
    public const string ViolationEn = "Exceeding the speed limit";

    private const string TrafficUnit = "0101";

    /// <summary>Beginning of all request ids.</summary>
    public string RequestIdPrefix { get; } = number.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start { get; } = new(firstDay, new TimeOnly(10, 0), TimeSpan.Zero);

    /// <summary>The first of its days.</summary>
    public DateOnly FirstDay => firstDay;

    /// <summary>Fees of each fine.</summary>
    public static Money Fees { get; } = Money.FromAmount(10);

    /// <summary>Key of its first fine; the others follow.</summary>
    public long FirstFineId => (number * Fines) + 1L;

    /// <summary>Amount of a fine at first.</summary>
    public static Money Amount(int fine) => Money.FromPiastres((fine + 1) * 10_050);

    /// <summary>A request id.</summary>
    public string RequestId(int request) =>
        string.Create(CultureInfo.InvariantCulture, $"{RequestIdPrefix}-0000-4000-8000-{request:x12}");

    /// <summary>A payment reference.</summary>
    public string Reference(int reference) =>
        string.Create(CultureInfo.InvariantCulture, $"TX-{number}-{reference}");

    /// <summary>Number of a fine.</summary>
    public string FineNumber(int fine) => (FirstFineId + fine).ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>Which fine has a number.</summary>
    public int FineOf(string fineNumber) => (int)(long.Parse(fineNumber, CultureInfo.InvariantCulture) - FirstFineId);

    /// <summary>A subject as requests name it, which is also its stored form.</summary>
    public Subject Subject(int subject) => subject == 0
        ? new Subject
        {
            VehiclePlate = new VehiclePlate { Digits = PlateDigits, Kind = PlateKind.Private, GovernorateCode = "01" },
        }
        : new Subject
        {
            DrivingLicence = new DrivingLicence { LicenceNumber = LicenceNumber, TrafficUnitCode = TrafficUnit },
        };

    /// <summary>Adds the violation, once for all histories of a database.</summary>
    public static void InsertViolation(TestDatabase test) => test.Insert(
        "violation_code", Violation, ViolationAr, ViolationEn, "74", Money.FromAmount(100), Money.FromAmount(5000));

    /// <summary>Adds the subjects and their fines.</summary>
    public void Insert(TestDatabase test)
    {
        test.Insert("vehicle", number, "", PlateDigits, (int)PlateKind.Private, "01", "أحمد محمود", null);
        test.Insert("driver", number, LicenceNumber, TrafficUnit, LicenceNumber, "منى أحمد");
        test.InsertRows("fine", [.. Enumerable.Range(0, Fines).Select(FineRow)]);
    }

    private object?[] FineRow(int fine)
    {
        var isVehicle = fine < FinesOfSubject;
        return
        [
            FirstFineId + fine, FineNumber(fine), isVehicle ? number : null, isVehicle ? null : number, Violation,
            Start.AddMonths(-1), "01", "شارع رمسيس", "Ramses Street", Amount(fine), Fees, (int)FineStatus.Outstanding,
        ];
    }

    private string PlateDigits => (1_000_000 + number).ToString(CultureInfo.InvariantCulture);

    private string LicenceNumber => (20_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
}
