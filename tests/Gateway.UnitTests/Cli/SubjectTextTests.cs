using Gateway.Cli.Fines;
using Gateway.Contracts.V1;

namespace Gateway.UnitTests.Cli;

public sealed class SubjectTextTests
{
    [Fact]
    public void Licence_NamedByNationalId_ShowsItsLastDigitsOnly()
    {
        var licence = new DrivingLicence { NationalId = "29001011234567" };

        var text = SubjectText.Of(new Subject { DrivingLicence = licence });

        Assert.EndsWith("4567", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2900101", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plate_WithLetters_ShowsThemApart()
    {
        var plate = new VehiclePlate { Letters = "قبل", Digits = "1234", Kind = PlateKind.Private };

        Assert.Equal("Plate ق ب ل 1234 (private)", SubjectText.Of(new Subject { VehiclePlate = plate }));
    }
}
