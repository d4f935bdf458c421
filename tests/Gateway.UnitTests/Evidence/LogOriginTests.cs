using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class LogOriginTests
{
    [Fact]
    public void Create_ValidName_EndsInEightHexDigits()
    {
        var origin = LogOrigin.Create("traffic-gateway.example/gw-1", [0x3F, 0x9A, 0x01, 0xC7]);

        Assert.Equal(SomeAnswer.Origin, origin);
        Assert.True(LogOrigin.IsValid(origin));
        Assert.Equal("traffic-gateway.example/gw-1", LogOrigin.NameOf(origin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/gw")]
    [InlineData("gw/")]
    [InlineData("g w")]
    [InlineData("gw+1")]
    [InlineData("gw\n1")]
    [InlineData("بوابة")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Create_NameThatCannotStandInABatch_IsRefused(string name)
    {
        Assert.Throws<ArgumentException>(() => LogOrigin.Create(name, new byte[4]));
    }
}
