using Gateway.Data;
using Gateway.Domain;

namespace Gateway.UnitTests.Data;

public sealed class SampleDataTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Base = new(2026, 3, 1);

    private readonly TestDatabase _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Generate_SameSeed_GivesTheSame()
    {
        var first = Numbers(seed: 7);
        var second = Numbers(seed: 7);
        var other = Numbers(seed: 8);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Generate_ManySubjects_AreValidAndUnique()
    {
        var errors = new FieldErrors();
        var subjects = new SampleDataGenerator(1, Base).Generate(NamedSample.Next).Take(20_000).ToList();
        var plates = subjects.Where(subject => subject.Plate is not null).Select(subject => subject.Plate!).ToList();
        var drivers = subjects.Where(subject => subject.Licence is not null).ToList();

        Assert.All(plates, plate => Assert.Equal(plate, Parsed(plate)));
        Assert.All(drivers, driver => Assert.Equal(
            driver.Licence,
            DrivingLicence.Parse("", driver.Licence!.LicenceNumber, driver.Licence.TrafficUnitCode, errors, "l")));
        Assert.All(drivers, driver => Assert.NotNull(NationalId.Parse(driver.NationalId, errors, "id")));
        Assert.All(subjects, subject => Assert.NotNull(PersonName.Parse(subject.HolderName, errors, "n")));
        Assert.Equal(plates.Count, plates.Select(plate => plate with { Kind = PlateKind.Private }).Distinct().Count());
        Assert.Equal(drivers.Count, drivers.Select(driver => driver.NationalId).Distinct().Count());
        Assert.Equal(Enum.GetValues<PlateKind>().Length - 1, plates.Select(plate => plate.Kind).Distinct().Count());
        Assert.Contains(plates, plate => plate.Letters.Length == 2);
        Assert.Contains(plates, plate => plate.Letters.Length == 0);
    }

    [Fact]
    public void Generate_ManyPlates_NeverMeetTheNamedSet()
    {
        VehiclePlate[] named =
        [
            NamedSample.FiveOutstanding, NamedSample.WithoutFines, NamedSample.UnderAppeal, NamedSample.Unknown,
            NamedSample.OldPlate, NamedSample.ClosedTaxi,
        ];

        var generated = Enumerable.Range(1, 500_000)
            .Select(id => SampleKeys.Plate(id, PlateKind.Private) with { Kind = PlateKind.Private })
            .ToHashSet();

        Assert.Equal(500_000, generated.Count);
        Assert.DoesNotContain(named, plate => generated.Contains(plate with { Kind = PlateKind.Private }));
        Assert.All(named, plate => Assert.Equal(plate, Parsed(plate)));
    }

    [Fact]
    public void Violations_EachCode_IsUniqueWithARange()
    {
        var violations = SampleViolations.All.ToList();

        Assert.InRange(violations.Count, 30, 40);
        Assert.Equal(violations.Count, violations.DistinctBy(violation => violation.Code).Count());
        Assert.All(violations, violation => Assert.True(violation.MinimumPounds < violation.MaximumPounds));
    }

    [Fact]
    public async Task Write_SomeFines_HoldsTheLaws()
    {
        await WriteAsync(seed: 1, fines: 5_000);

        Assert.Equal(5_013, _test.Number("SELECT COUNT(*) FROM fine"));
        Assert.Equal(0, _test.Number("SELECT COUNT(*) FROM pragma_foreign_key_check"));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM settlement s
            WHERE s.total <> (SELECT SUM(i.amount) FROM settlement_item i WHERE i.settlement_id = s.id)
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM settlement_item i
            JOIN fine f ON f.id = i.fine_id
            JOIN settlement s ON s.id = i.settlement_id
            WHERE i.amount <> f.amount + f.fees OR f.status <> 2 OR s.settle_time <= f.violation_time
              OR f.vehicle_id IS NOT s.vehicle_id OR f.driver_id IS NOT s.driver_id
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM fine f
            WHERE f.status = 2
              AND NOT EXISTS (SELECT 1 FROM settlement_item i WHERE i.fine_id = f.id AND i.is_active = 1)
            """));
        Assert.Equal(0, _test.Number(
            """
            SELECT COUNT(*) FROM fine f
            JOIN violation_code v ON v.code = f.violation_code
            WHERE f.amount NOT BETWEEN v.minimum_amount AND v.maximum_amount OR f.violation_time >= '2026-03-01'
            """));
        Assert.Equal(4, _test.Number("SELECT COUNT(DISTINCT status) FROM fine"));
        Assert.Equal(27, _test.Number("SELECT COUNT(DISTINCT governorate_code) FROM fine"));
    }

    [Fact]
    public async Task Write_SettlementsOfTheSample_HaveCairosDate()
    {
        await WriteAsync(seed: 1, fines: 2_000);
        var calendar = new BusinessCalendar(TimeProvider.System);
        var numbers = new SampleDataGenerator(1, Base).Generate(NamedSample.Next).Take(300)
            .SelectMany(subject => subject.Settlements)
            .Select(settlement => settlement.SettlementNumber)
            .ToList();

        var settlements = await _test.Database.ReadAsync(
            async session =>
            {
                var found = new List<SettlementRecord>();
                foreach (var number in numbers)
                    found.Add((await new SettlementStore(session).FindByNumberAsync(number, None))!);
                return found;
            },
            None);

        Assert.NotEmpty(settlements);
        Assert.All(settlements, settlement =>
        {
            Assert.Equal(calendar.BusinessDate(settlement.Details.SettleTime), settlement.Details.BusinessDate);
            Assert.True(SettlementNumber.IsValid(settlement.Details.SettlementNumber));
            Assert.True(Guid.TryParseExact(settlement.Details.RequestId, "D", out var id) && id.Version == 4);
        });
    }

    [Fact]
    public async Task Write_AgainWithAnotherSeed_AddsWithoutCollision()
    {
        var progress = new LastProgress();

        var first = await SampleDataWriter.WriteAsync(
            _test.Database, new SampleDataGenerator(1, Base), 1_000, progress, None);
        var second = await WriteAsync(seed: 2, fines: 1_000);

        Assert.Equal((1_013, 1_000), (first, second));
        Assert.Equal(1_013, progress.Last);
        Assert.Equal(2_013, _test.Number("SELECT COUNT(*) FROM fine"));
    }

    [Fact]
    public async Task Write_Cancelled_LeavesWholeTransactionsOnly()
    {
        using var cancellation = new CancellationTokenSource();
        var stop = new Stop(cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SampleDataWriter.WriteAsync(
            _test.Database, new SampleDataGenerator(1, Base), 1_000, stop, cancellation.Token));

        Assert.Equal(13, _test.Number("SELECT COUNT(*) FROM fine"));
    }

    private static VehiclePlate? Parsed(VehiclePlate plate) => VehiclePlate.Parse(
        plate.Letters, plate.Digits, plate.Kind, plate.GovernorateCode, new FieldErrors(), "p");

    private static List<string> Numbers(long seed) =>
        [.. new SampleDataGenerator(seed, Base).Generate(NamedSample.Next).Take(500)
            .SelectMany(subject => subject.Fines)
            .Select(fine => $"{fine.FineNumber} {fine.Violation.Code} {fine.Time:O} {fine.Amount} {fine.Status}")];

    private Task<long> WriteAsync(long seed, long fines) =>
        SampleDataWriter.WriteAsync(_test.Database, new SampleDataGenerator(seed, Base), fines, null, None);

    private sealed class LastProgress : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }

    private sealed class Stop(CancellationTokenSource cancellation) : IProgress<long>
    {
        public void Report(long value) => cancellation.Cancel();
    }
}
