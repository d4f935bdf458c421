using Gateway.Cli.Appeals;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.UnitTests.Cli.Appeals;

public sealed class ExtentOptionsTests
{
    [Theory]
    [InlineData("1000000000010", AppealGround.WrongVehicle, null)]
    [InlineData("1000000000010:sign-not-visible", AppealGround.SignNotVisible, null)]
    [InlineData("1000000000010:wrong-amount:100.5", AppealGround.WrongAmount, "100.5")]
    [InlineData("1000000000010::1,250.50", AppealGround.WrongVehicle, "1250.50")]
    public void Fine_WithGroundAndAmount_IsRead(string text, AppealGround ground, string? contested)
    {
        var item = ExtentOptions.Item(text, AppealGround.WrongVehicle, "It was not my car.");

        Assert.Equal(("1000000000010", ground), (item.FineNumber, item.Ground));
        Assert.Equal("It was not my car.", item.Statement);
        Assert.Equal(
            contested is null ? null : decimal.Parse(contested, null), item.ContestedAmount?.DecimalValue);
    }

    [Theory]
    [InlineData("1000000000010")]
    [InlineData("1000000000010:")]
    [InlineData("1000000000010:whim")]
    [InlineData("1000000000010:unspecified")]
    [InlineData("1000000000010:other")]
    [InlineData("1000000000010:wrong-amount:much")]
    [InlineData("1000000000010:wrong-amount:-5")]
    [InlineData("1000000000010:wrong-amount:1.234")]
    [InlineData("1000000000010:wrong-amount:100:5")]
    public void Fine_ThatCannotBeRead_IsAUsageError(string text) =>
        Assert.Throws<UsageException>(() => ExtentOptions.Item(text, usual: null, statement: ""));
}
