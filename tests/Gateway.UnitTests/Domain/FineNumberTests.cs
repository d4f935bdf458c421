using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class FineNumberTests
{
    private readonly FieldErrors _errors = new();

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" ١٢٣ ٤٥٦ ", "123456")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public void Parse_Digits_AreFolded(string input, string expected) =>
        Assert.Equal(expected, FineNumber.Parse(input, _errors, "fine_number"));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("123456789012345678901")]
    [InlineData("12345a")]
    [InlineData("' OR 1=1 --")]
    public void Parse_Other_IsRefused(string input)
    {
        Assert.Null(FineNumber.Parse(input, _errors, "fine_number"));
        Assert.Equal("fine_number", Assert.Single(_errors.Items).Field);
    }
}
