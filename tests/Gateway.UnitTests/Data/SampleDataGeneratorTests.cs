using Gateway.Data;
using Gateway.Domain;

namespace Gateway.UnitTests.Data;

public sealed class SampleDataGeneratorTests
{
    private static readonly DateOnly Base = new(2026, 3, 1);

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

    private static VehiclePlate? Parsed(VehiclePlate plate) => VehiclePlate.Parse(
        plate.Letters, plate.Digits, plate.Kind, plate.GovernorateCode, new FieldErrors(), "p");

    private static List<string> Numbers(long seed) =>
        [.. new SampleDataGenerator(seed, Base).Generate(NamedSample.Next).Take(500)
            .SelectMany(subject => subject.Fines)
            .Select(fine => $"{fine.FineNumber} {fine.Violation.Code} {fine.Time:O} {fine.Amount} {fine.Status}")];
}
