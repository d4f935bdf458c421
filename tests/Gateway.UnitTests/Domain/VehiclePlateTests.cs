using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class VehiclePlateTests
{
    private readonly FieldErrors _errors = new();

    public static TheoryData<char> LettersInUse() => [.. "ابجدرسصطعفقلمنهوى"];

    [Theory]
    [MemberData(nameof(LettersInUse))]
    public void Parse_EachLetterInUse_IsStored(char letter)
    {
        var plate = Parse($"{letter} {letter} {letter}", "1");

        Assert.Equal(new VehiclePlate(new string(letter, 3), "1", PlateKind.Private, ""), plate);
        Assert.False(_errors.Any);
    }

    [Fact]
    public void Parse_EveryOtherArabicLetter_IsRefused()
    {
        var others = Enumerable.Range(0x0621, 0x064A - 0x0621 + 1).Select(code => (char)code)
            .Where(c => c != 'ـ' && !PlateLetters.InUse.Contains(ArabicText.FoldLetter(c)));

        Assert.All(others, c => Assert.Null(Parse($"{c}{c}", "1")));
        Assert.Equal(17, PlateLetters.InUse.Length);
        Assert.All(_errors.Items, error => Assert.Equal("p.letters", error.Field));
    }

    [Theory]
    [InlineData("قبل", "1234", "قبل", "1234")]
    [InlineData("ق ب ل", "١٢٣٤", "قبل", "1234")]
    [InlineData(" ق ـب ل ", "۱۲ ۳۴", "قبل", "1234")]
    [InlineData("أ ة ي", "7", "اهى", "7")]
    [InlineData("س ج", "\u200F5678", "سج", "5678")]
    public void Parse_NewPlateInAnyWriting_HasOneForm(
        string letters, string digits, string storedLetters, string storedDigits)
    {
        var plate = Parse(letters, digits);

        Assert.Equal(new VehiclePlate(storedLetters, storedDigits, PlateKind.Private, ""), plate);
    }

    [Theory]
    [InlineData("", "1234567", "21")]
    [InlineData("  ", "١", "٢١")]
    [InlineData(null, "15948", " 21 ")]
    public void Parse_OldPlate_KeepsGovernorate(string? letters, string digits, string governorate)
    {
        var plate = VehiclePlate.Parse(letters, digits, PlateKind.Taxi, governorate, _errors, "p");

        Assert.Equal("", plate!.Letters);
        Assert.Equal("21", plate.GovernorateCode);
    }

    [Theory]
    [InlineData("ق", "1234", "", "p.letters")]
    [InlineData("قبلق", "1234", "", "p.letters")]
    [InlineData("ABC", "1234", "", "p.letters")]
    [InlineData("قكل", "1234", "", "p.letters")]
    [InlineData("قب\n", "1234", "", "p.letters")]
    [InlineData("قب\0", "1234", "", "p.letters")]
    [InlineData("ق1ب", "1234", "", "p.letters")]
    [InlineData("قب\uD83D\uDE97", "1234", "", "p.letters")]
    [InlineData("قبل", "12345", "", "p.digits")]
    [InlineData("قبل", "", "", "p.digits")]
    [InlineData("قبل", "12a4", "", "p.digits")]
    [InlineData("قبل", "-123", "", "p.digits")]
    [InlineData("قبل", "1\u0000", "", "p.digits")]
    [InlineData("قبل", "½", "", "p.digits")]
    [InlineData("قبل", "१२", "", "p.digits")]
    [InlineData("قبل", "1234", "21", "p.governorate_code")]
    [InlineData("", "12345678", "21", "p.digits")]
    [InlineData("", "1234", "", "p.governorate_code")]
    [InlineData("", "1234", "88", "p.governorate_code")]
    [InlineData("", "1234", "05", "p.governorate_code")]
    [InlineData("", "1234", "1", "p.governorate_code")]
    [InlineData("", "1234", "xx", "p.governorate_code")]
    public void Parse_OneWrongField_NamesIt(string letters, string digits, string governorate, string field)
    {
        var plate = VehiclePlate.Parse(letters, digits, PlateKind.Private, governorate, _errors, "p");

        Assert.Null(plate);
        Assert.Equal(field, Assert.Single(_errors.Items).Field);
    }

    [Theory]
    [InlineData(PlateKind.Unspecified)]
    [InlineData((PlateKind)10)]
    [InlineData((PlateKind)(-1))]
    public void Parse_KindUnknown_NamesIt(PlateKind kind)
    {
        var plate = VehiclePlate.Parse("قبل", "1234", kind, "", _errors, "p");

        Assert.Null(plate);
        Assert.Equal("p.kind", Assert.Single(_errors.Items).Field);
    }

    [Fact]
    public void Parse_EverythingWrong_NamesEachField()
    {
        var tooLong = new string('1', 41);

        var plate = VehiclePlate.Parse(
            tooLong, tooLong, PlateKind.Unspecified, tooLong, _errors, "subject.vehicle_plate");

        Assert.Null(plate);
        Assert.Equal(
            [
                "subject.vehicle_plate.letters",
                "subject.vehicle_plate.digits",
                "subject.vehicle_plate.kind",
                "subject.vehicle_plate.governorate_code",
            ],
            _errors.Items.Select(error => error.Field));
    }

    [Fact]
    public void Parse_WrongInput_IsNotRepeatedInTheError()
    {
        Parse("SECRET", "1234x");

        var text = string.Join(" ", _errors.Items.Select(error => error.Description));
        Assert.DoesNotContain("SECRET", text);
        Assert.DoesNotContain("1234x", text);
    }

    private VehiclePlate? Parse(string letters, string digits) =>
        VehiclePlate.Parse(letters, digits, PlateKind.Private, "", _errors, "p");
}
