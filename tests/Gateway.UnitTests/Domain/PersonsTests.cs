using Gateway.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Domain;

public sealed class PersonsTests
{
    private readonly FieldErrors _errors = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("28503120102347", 1985, 3, 12, "01")]
    [InlineData("٣٠١٠٢٢٨٣٥١٢٣٤٥", 2001, 2, 28, "35")]
    [InlineData("2 000228 88 12345", 1900, 2, 28, "88")]
    [InlineData("3 040229 21 12345", 2004, 2, 29, "21")]
    public void NationalId_ParseReal_TellsBirth(string input, int year, int month, int day, string governorate)
    {
        var id = NationalId.Parse(input, _errors, "id", _time);

        Assert.Equal(new DateOnly(year, month, day), id!.BirthDate);
        Assert.Equal(governorate, id.GovernorateCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2850312010234")]
    [InlineData("285031201023471")]
    [InlineData("18503120102347")]
    [InlineData("48503120102347")]
    [InlineData("20002290102347")]
    [InlineData("28513120102347")]
    [InlineData("28502300102347")]
    [InlineData("28503122002347")]
    [InlineData("28503120002347")]
    [InlineData("28503123602347")]
    [InlineData("2850312010234x")]
    [InlineData("32603020102347")]
    [InlineData("2850312\n0102347")]
    public void NationalId_ParseWrong_IsRefused(string input)
    {
        var id = NationalId.Parse(input, _errors, "id", _time);

        Assert.Null(id);
        Assert.Equal("id", Assert.Single(_errors.Items).Field);
    }

    [Fact]
    public void NationalId_BornToday_IsTaken() =>
        Assert.NotNull(NationalId.Parse("32603010102347", _errors, "id", _time));

    [Fact]
    public void NationalId_EachGovernorateAndAbroad_IsTaken()
    {
        var codes = Governorates.All.Select(governorate => governorate.Code).Append(Governorates.BornAbroad);

        Assert.All(codes, code => Assert.NotNull(NationalId.Parse($"2850312{code}02347", _errors, "id", _time)));
        Assert.Equal(27, Governorates.All.Count);
    }

    [Theory]
    [InlineData("01012345678", "+201012345678")]
    [InlineData("+201112345678", "+201112345678")]
    [InlineData("00201212345678", "+201212345678")]
    [InlineData("٠١٥ ١٢٣٤ ٥٦٧٨", "+201512345678")]
    [InlineData("(010) 1234-5678", "+201012345678")]
    public void MobileNumber_ParseEgyptian_IsE164(string input, string expected) =>
        Assert.Equal(expected, MobileNumber.Parse(input, _errors, "m")!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("0101234567")]
    [InlineData("010123456789")]
    [InlineData("01312345678")]
    [InlineData("0223456789")]
    [InlineData("+12025550123")]
    [InlineData("+2010123456789")]
    [InlineData("201012345678")]
    [InlineData("0101234567a")]
    [InlineData("+20+201012345678")]
    public void MobileNumber_ParseOther_IsRefused(string input)
    {
        var number = MobileNumber.Parse(input, _errors, "m");

        Assert.Null(number);
        Assert.Equal("m", Assert.Single(_errors.Items).Field);
    }

    [Theory]
    [InlineData("  منى   أحمد ", "منى أحمد")]
    [InlineData("Mona O'Neil-Smith", "Mona O'Neil-Smith")]
    public void PersonName_Parse_TrimsSpaces(string input, string expected) =>
        Assert.Equal(expected, PersonName.Parse(input, _errors, "n")!.Value);

    [Theory]
    [InlineData("")]
    [InlineData("من")]
    [InlineData("منى\nأحمد")]
    [InlineData("<script>")]
    [InlineData("منى 123")]
    public void PersonName_ParseWrong_IsRefused(string input)
    {
        Assert.Null(PersonName.Parse(input, _errors, "n"));
        Assert.Equal("n", Assert.Single(_errors.Items).Field);
    }

    [Fact]
    public void ToString_PersonalValues_AreMaskedWithinRecords()
    {
        var id = NationalId.FromStored("28503120102347");
        var driver = new DriverNationalId(id);
        var mobile = MobileNumber.FromStored("+201012345678");
        var printed = new { Id = id, Driver = driver, Mobile = mobile, Name = PersonName.FromStored("منى أحمد") };

        var text = printed.ToString()!;

        Assert.DoesNotContain("2850312", text);
        Assert.DoesNotContain("2010123", text);
        Assert.DoesNotContain("منى", text);
        Assert.EndsWith("2347", id.ToString());
        Assert.Contains("**********2347", driver.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("٢٨٥٠٣١٢٠١٠٢٣٤٧")]
    [InlineData("18503120102347")]
    public void NationalId_FromStoredWrong_ThrowsWithoutRepeatingIt(string value)
    {
        var exception = Assert.Throws<FormatException>(() => NationalId.FromStored(value));

        Assert.True(value.Length == 0 || !exception.Message.Contains(value));
    }
}
