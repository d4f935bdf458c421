using Gateway.Domain;

namespace Gateway.UnitTests.Domain.Receipts;

/// <summary>Amounts are written in piastres: 150_25 is 150 pounds and 25 piastres.</summary>
public sealed class EnglishAmountTests
{
    [Theory]
    [InlineData(0, "Zero")]
    [InlineData(2, "Two")]
    [InlineData(3, "Three")]
    [InlineData(4, "Four")]
    [InlineData(5, "Five")]
    [InlineData(6, "Six")]
    [InlineData(7, "Seven")]
    [InlineData(8, "Eight")]
    [InlineData(9, "Nine")]
    [InlineData(10, "Ten")]
    [InlineData(11, "Eleven")]
    [InlineData(12, "Twelve")]
    [InlineData(13, "Thirteen")]
    [InlineData(14, "Fourteen")]
    [InlineData(15, "Fifteen")]
    [InlineData(16, "Sixteen")]
    [InlineData(17, "Seventeen")]
    [InlineData(18, "Eighteen")]
    [InlineData(19, "Nineteen")]
    [InlineData(20, "Twenty")]
    [InlineData(21, "Twenty-one")]
    [InlineData(30, "Thirty")]
    [InlineData(32, "Thirty-two")]
    [InlineData(40, "Forty")]
    [InlineData(43, "Forty-three")]
    [InlineData(54, "Fifty-four")]
    [InlineData(60, "Sixty")]
    [InlineData(76, "Seventy-six")]
    [InlineData(87, "Eighty-seven")]
    [InlineData(98, "Ninety-eight")]
    [InlineData(99, "Ninety-nine")]
    [InlineData(100, "One hundred")]
    [InlineData(101, "One hundred and one")]
    [InlineData(110, "One hundred and ten")]
    [InlineData(111, "One hundred and eleven")]
    [InlineData(150, "One hundred and fifty")]
    [InlineData(200, "Two hundred")]
    [InlineData(315, "Three hundred and fifteen")]
    [InlineData(999, "Nine hundred and ninety-nine")]
    [InlineData(1_000, "One thousand")]
    [InlineData(1_001, "One thousand and one")]
    [InlineData(1_015, "One thousand and fifteen")]
    [InlineData(1_100, "One thousand one hundred")]
    [InlineData(1_101, "One thousand one hundred and one")]
    [InlineData(1_515, "One thousand five hundred and fifteen")]
    [InlineData(2_575, "Two thousand five hundred and seventy-five")]
    [InlineData(10_000, "Ten thousand")]
    [InlineData(12_345, "Twelve thousand three hundred and forty-five")]
    [InlineData(100_000, "One hundred thousand")]
    [InlineData(100_100, "One hundred thousand one hundred")]
    [InlineData(101_001, "One hundred and one thousand and one")]
    [InlineData(999_999, "Nine hundred and ninety-nine thousand nine hundred and ninety-nine")]
    [InlineData(1_000_000, "One million")]
    [InlineData(1_000_001, "One million and one")]
    [InlineData(1_001_000, "One million one thousand")]
    [InlineData(21_000_000, "Twenty-one million")]
    [InlineData(101_000_000, "One hundred and one million")]
    [InlineData(1_000_000_000, "One billion")]
    [InlineData(2_000_002_000, "Two billion two thousand")]
    [InlineData(9_000_000_009, "Nine billion and nine")]
    public void InWords_WholePounds_ReadAsSpoken(long pounds, string expected) =>
        Assert.Equal(
            $"{expected} Egyptian pounds only",
            EnglishAmount.InWords(Money.FromPiastres(pounds * 100)));

    [Theory]
    [InlineData(0_01, "One piastre only")]
    [InlineData(0_02, "Two piastres only")]
    [InlineData(0_10, "Ten piastres only")]
    [InlineData(0_25, "Twenty-five piastres only")]
    [InlineData(0_99, "Ninety-nine piastres only")]
    [InlineData(1_00, "One Egyptian pound only")]
    [InlineData(1_01, "One Egyptian pound and one piastre only")]
    [InlineData(2_50, "Two Egyptian pounds and fifty piastres only")]
    [InlineData(150_25, "One hundred and fifty Egyptian pounds and twenty-five piastres only")]
    public void InWords_OneAndPiastres_AreNamedRight(long piastres, string expected) =>
        Assert.Equal(expected, EnglishAmount.InWords(Money.FromPiastres(piastres)));

    [Fact]
    public void InWords_TheMost_IsWhole() =>
        Assert.Equal(
            "Nine billion nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and "
            + "ninety-nine Egyptian pounds and ninety-nine piastres only",
            EnglishAmount.InWords(Money.MaxValue));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    [InlineData(9_999_999)]
    public void InWords_DifferentAmounts_HaveDifferentTextsOfPlainWords(long stepPiastres)
    {
        var texts = Enumerable.Range(0, 100_001)
            .Select(step => EnglishAmount.InWords(Money.FromPiastres(step * stepPiastres)))
            .ToList();

        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(texts, text => text.Split(' ').Contains(""));
        Assert.DoesNotContain(texts, text => text.Any(c => c is not (' ' or '-') && !char.IsAsciiLetter(c)));
    }
}
