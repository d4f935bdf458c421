using Gateway.Domain;

namespace Gateway.Data;

/// <summary>
/// Makes believable data: the same seed, base date and first keys always give the same. Thread-safe; each enumeration
/// is on its own.
/// </summary>
/// <param name="seed">Chooses what is made.</param>
/// <param name="baseDate">The day that counts as today; all times lie in the three years before it.</param>
public sealed class SampleDataGenerator(long seed, DateOnly baseDate)
{
    private const int Days = 3 * 365;
    private const int VehiclesPercent = 70;

    /// <summary>The day that counts as today.</summary>
    public DateOnly BaseDate { get; } = baseDate;

    /// <summary>Subjects without end, with their fines, numbered on from the given keys.</summary>
    internal IEnumerable<SampleSubject> Generate(SampleStart start)
    {
        var (vehicle, driver, fine, settlement) = start;
        while (true)
        {
            var random = new SampleRandom(seed, vehicle + driver);
            var isVehicle = random.Chance(VehiclesPercent);
            var fines = Fines(isVehicle, ref fine, ref random);
            var settlements = SampleSettlements.Of(fines, BaseDate, ref settlement, ref random);
            yield return isVehicle
                ? Vehicle(vehicle++, fines, settlements, ref random)
                : Driver(driver++, fines, settlements, ref random);
        }
    }

    private static SampleSubject Vehicle(
        long id, SampleFine[] fines, IReadOnlyList<SampleSettlement> settlements, ref SampleRandom random)
    {
        var kind = (PlateKind)(1 + random.Weighted([70, 8, 8, 2, 8, 1, 1, 1, 1]));
        return new SampleSubject
        {
            Key = new SubjectKey(SubjectKind.Vehicle, id),
            Plate = SampleKeys.Plate(id, kind),
            HolderName = SampleNames.Pick(random.Chance(25), ref random),
            Fines = fines,
            Settlements = settlements,
        };
    }

    private static SampleSubject Driver(
        long id, SampleFine[] fines, IReadOnlyList<SampleSettlement> settlements, ref SampleRandom random)
    {
        var isWoman = random.Chance(30);
        var governorate = random.Weighted(SamplePlaces.Weights);
        return new SampleSubject
        {
            Key = new SubjectKey(SubjectKind.Driver, id),
            Licence = new DrivingLicence(
                SampleKeys.LicenceNumber(id), SamplePlaces.TrafficUnit(governorate, ref random)),
            NationalId = SampleKeys.NationalId(id, isWoman),
            HolderName = SampleNames.Pick(isWoman, ref random),
            Fines = fines,
            Settlements = settlements,
        };
    }

    private SampleFine[] Fines(bool isVehicle, ref long nextId, ref SampleRandom random)
    {
        var home = random.Weighted(SamplePlaces.Weights);
        var fines = new SampleFine[random.Weighted([8, 20, 18, 16, 12, 9, 7, 5, 3, 2])];
        for (var i = 0; i < fines.Length; i++)
            fines[i] = Fine(nextId++, isVehicle, home, ref random);
        return fines;
    }

    private SampleFine Fine(long id, bool isVehicle, int home, ref SampleRandom random)
    {
        var violation = random.Of(isVehicle ? SampleViolations.OfVehicles : SampleViolations.OfDrivers);
        var governorate = random.Chance(80) ? home : random.Weighted(SamplePlaces.Weights);
        var time = new DateTimeOffset(BaseDate.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            .AddDays(-random.Between(4, Days))
            .AddSeconds(random.Below(24 * 60 * 60));
        var pounds = violation.MinimumPounds
            + (random.Below(((violation.MaximumPounds - violation.MinimumPounds) / 10) + 1) * 10);
        var status = random.Weighted([60, 27, 5, 8]);
        return new SampleFine(
            id,
            SampleKeys.FineNumber(id),
            violation,
            time,
            SamplePlaces.Pick(governorate, ref random),
            Amount: pounds * 100L,
            Fees: 1_000 + (random.Below(31) * 50),
            (FineStatus)(1 + status));
    }
}
