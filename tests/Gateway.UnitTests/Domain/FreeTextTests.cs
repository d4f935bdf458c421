using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class FreeTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("عقد بيع السيارة رقم 12 (صورة)")]
    [InlineData("Contract of sale, No. 12 \u2013 copy")]
    [InlineData("left \u200E and right \u200F")]
    [InlineData("\U0001F697 ten char")]
    public void OneLine_OfPeople_IsGood(string text)
    {
        Assert.Null(FreeText.LineProblem(text, 40));
        Assert.Null(FreeText.LinesProblem(text, 40));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u2029b")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u202Ab")]
    [InlineData("a\u2066b")]
    [InlineData("a\u2069b")]
    [InlineData("a\uFFFDb")]
    [InlineData("four characters too many")]
    public void Text_WithWhatShowsOtherThanItIs_IsRefused(string text)
    {
        Assert.NotNull(FreeText.LineProblem(text, 20));
        Assert.NotNull(FreeText.LinesProblem(text, 20));
    }

    [Theory]
    [InlineData("one\ntwo")]
    [InlineData("one\r\ntwo")]
    public void Text_WithLineBreaks_IsGoodWhereLinesAre(string text)
    {
        Assert.NotNull(FreeText.LineProblem(text, 20));
        Assert.Null(FreeText.LinesProblem(text, 20));
    }
}
