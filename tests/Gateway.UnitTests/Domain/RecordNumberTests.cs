using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class RecordNumberTests
{
    private static readonly DateOnly Date = new(2026, 3, 1);

    [Fact]
    public void Damm_PublishedExample_Agrees() => Assert.Equal('4', DammCheckDigit.Of("572"));

    [Theory]
    [InlineData("26030112345678")]
    [InlineData("00000000000000")]
    [InlineData("99999999999999")]
    [InlineData("10902837465560")]
    public void Damm_EverySingleDigitError_IsCaught(string digits)
    {
        var number = digits + DammCheckDigit.Of(digits);

        var wrong =
            from position in Enumerable.Range(0, number.Length)
            from digit in "0123456789"
            where number[position] != digit
            select number[..position] + digit + number[(position + 1)..];

        Assert.True(DammCheckDigit.IsValid(number));
        Assert.All(wrong, candidate => Assert.False(DammCheckDigit.IsValid(candidate)));
    }

    [Fact]
    public void Damm_EveryAdjacentTransposition_IsCaught()
    {
        var caught =
            from interim in Enumerable.Range(0, 10)
            from first in Enumerable.Range(0, 10)
            from second in Enumerable.Range(0, 10)
            where first != second
            select DammCheckDigit.Of($"{interim}{first}{second}") != DammCheckDigit.Of($"{interim}{second}{first}");

        Assert.All(caught, Assert.True);
    }

    [Fact]
    public void Damm_NotDigits_Throws() => Assert.Throws<FormatException>(() => DammCheckDigit.Of("12x"));

    [Fact]
    public void Create_AnyRandom_IsValidAndTellsTheDay()
    {
        var number = RecordNumber.Create(Date, limit => limit - 1);

        Assert.StartsWith("26030199999999", number);
        Assert.Equal(RecordNumber.Length, number.Length);
        Assert.True(RecordNumber.IsValid(number));
    }

    [Fact]
    public void Create_RandomBeyondItsLimit_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RecordNumber.Create(Date, limit => limit));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26030112345678")]
    [InlineData("2603011234567890")]
    [InlineData("٢٦٠٣٠١١٢٣٤٥٦٧٨٩")]
    [InlineData("26030112345678x")]
    public void IsValid_WrongForm_IsFalse(string? number) => Assert.False(RecordNumber.IsValid(number));

    [Fact]
    public void IsValid_DateThatIsNone_IsFalse()
    {
        const string digits = "26133112345678";

        Assert.False(RecordNumber.IsValid(digits + DammCheckDigit.Of(digits)));
    }
}
