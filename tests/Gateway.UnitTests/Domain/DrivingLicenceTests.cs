using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class DrivingLicenceTests
{
    private readonly FieldErrors _errors = new();

    [Fact]
    public void Parse_NumberAndUnit_IsLicence()
    {
        var subject = DrivingLicence.Parse("", "١٢٣٤ ٥٦٧٨", "٠١٠٣", _errors, "l");

        Assert.Equal(new DrivingLicence("12345678", "0103"), subject);
    }

    [Fact]
    public void Parse_NationalId_IsDriver()
    {
        var subject = DrivingLicence.Parse("2 850312 01 02347", null, null, _errors, "l");

        Assert.Equal("28503120102347", Assert.IsType<DriverNationalId>(subject).Id.Value);
    }

    [Theory]
    [InlineData("", "", "", "l")]
    [InlineData("28503120102347", "12345678", "0103", "l")]
    [InlineData("28503120102347", "", "0103", "l")]
    [InlineData("", "123", "0103", "l.licence_number")]
    [InlineData("", "123456789012345", "0103", "l.licence_number")]
    [InlineData("", "", "0103", "l.licence_number")]
    [InlineData("", "12345678", "", "l.traffic_unit_code")]
    [InlineData("", "12345678", "8801", "l.traffic_unit_code")]
    [InlineData("", "12345678", "010", "l.traffic_unit_code")]
    [InlineData("1234", "", "", "l.national_id")]
    public void Parse_Wrong_NamesTheField(string nationalId, string number, string unit, string field)
    {
        var subject = DrivingLicence.Parse(nationalId, number, unit, _errors, "l");

        Assert.Null(subject);
        Assert.Equal(field, Assert.Single(_errors.Items).Field);
    }

    [Fact]
    public void Parse_NumberAndUnitWrong_NamesBoth()
    {
        DrivingLicence.Parse("", "x", "y", _errors, "l");

        Assert.Equal(["l.licence_number", "l.traffic_unit_code"], _errors.Items.Select(error => error.Field));
    }
}
