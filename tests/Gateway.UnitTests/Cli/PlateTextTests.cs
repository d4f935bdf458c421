using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Domain;

namespace Gateway.UnitTests.Cli;

public sealed class PlateTextTests
{
    [Theory]
    [InlineData("ق ب ل 1234")]
    [InlineData("1234 ق ب ل")]
    [InlineData("قبل1234")]
    [InlineData("  ق  ب ل   ١٢٣٤ ")]
    [InlineData("ق ب ل ۱۲۳۴")]
    [InlineData("\u200fق ب ل\u200f \u200e1234\u200e")]
    [InlineData("\u2067ق ب ل\u2069 \u20661234\u2069")]
    [InlineData("12 ق ب ل 34")]
    public void Plate_InAnyOrderAndScript_IsTheSameVehicle(string text)
    {
        var plate = SubjectOptions.Vehicle(text, PlateKind.Private, "").VehiclePlate;

        Assert.Equal(("قبل", "1234"), (plate.Letters, plate.Digits));
        Assert.Equal(Gateway.Contracts.V1.PlateKind.Private, plate.Kind);
    }

    [Fact]
    public void Plate_WithDigitsOnly_KeepsItsGovernorate()
    {
        var plate = SubjectOptions.Vehicle("12345", PlateKind.Taxi, "01").VehiclePlate;

        Assert.Equal(("", "12345", "01"), (plate.Letters, plate.Digits, plate.GovernorateCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABC 123")]
    [InlineData("ق ب ل")]
    [InlineData("ق ب ل-1234")]
    [InlineData("ق ب ل 12345")]
    public void Plate_ThatCannotBe_IsAUsageError(string text) =>
        Assert.Throws<UsageException>(() => SubjectOptions.Vehicle(text, PlateKind.Private, ""));
}
