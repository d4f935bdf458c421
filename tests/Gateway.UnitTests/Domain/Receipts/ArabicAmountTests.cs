using Gateway.Domain;

namespace Gateway.UnitTests.Domain.Receipts;

/// <summary>Amounts are written in piastres: 150_25 is 150 pounds and 25 piastres.</summary>
public sealed class ArabicAmountTests
{
    [Theory]
    [InlineData(0, "صفر جنيه مصري")]
    [InlineData(1_00, "جنيه مصري واحد")]
    [InlineData(2_00, "جنيهان مصريان")]
    [InlineData(3_00, "ثلاثة جنيهات مصرية")]
    [InlineData(4_00, "أربعة جنيهات مصرية")]
    [InlineData(5_00, "خمسة جنيهات مصرية")]
    [InlineData(6_00, "ستة جنيهات مصرية")]
    [InlineData(7_00, "سبعة جنيهات مصرية")]
    [InlineData(8_00, "ثمانية جنيهات مصرية")]
    [InlineData(9_00, "تسعة جنيهات مصرية")]
    [InlineData(10_00, "عشرة جنيهات مصرية")]
    [InlineData(11_00, "أحد عشر جنيهًا مصريًا")]
    [InlineData(12_00, "اثنا عشر جنيهًا مصريًا")]
    [InlineData(13_00, "ثلاثة عشر جنيهًا مصريًا")]
    [InlineData(15_00, "خمسة عشر جنيهًا مصريًا")]
    [InlineData(18_00, "ثمانية عشر جنيهًا مصريًا")]
    [InlineData(19_00, "تسعة عشر جنيهًا مصريًا")]
    [InlineData(20_00, "عشرون جنيهًا مصريًا")]
    [InlineData(21_00, "واحد وعشرون جنيهًا مصريًا")]
    [InlineData(22_00, "اثنان وعشرون جنيهًا مصريًا")]
    [InlineData(28_00, "ثمانية وعشرون جنيهًا مصريًا")]
    [InlineData(30_00, "ثلاثون جنيهًا مصريًا")]
    [InlineData(47_00, "سبعة وأربعون جنيهًا مصريًا")]
    [InlineData(50_00, "خمسون جنيهًا مصريًا")]
    [InlineData(66_00, "ستة وستون جنيهًا مصريًا")]
    [InlineData(75_00, "خمسة وسبعون جنيهًا مصريًا")]
    [InlineData(80_00, "ثمانون جنيهًا مصريًا")]
    [InlineData(99_00, "تسعة وتسعون جنيهًا مصريًا")]
    [InlineData(100_00, "مائة جنيه مصري")]
    [InlineData(101_00, "مائة جنيه مصري وجنيه واحد")]
    [InlineData(102_00, "مائة جنيه مصري وجنيهان")]
    [InlineData(103_00, "مائة وثلاثة جنيهات مصرية")]
    [InlineData(110_00, "مائة وعشرة جنيهات مصرية")]
    [InlineData(111_00, "مائة وأحد عشر جنيهًا مصريًا")]
    [InlineData(112_00, "مائة واثنا عشر جنيهًا مصريًا")]
    [InlineData(115_00, "مائة وخمسة عشر جنيهًا مصريًا")]
    [InlineData(121_00, "مائة وواحد وعشرون جنيهًا مصريًا")]
    [InlineData(150_00, "مائة وخمسون جنيهًا مصريًا")]
    [InlineData(200_00, "مائتا جنيه مصري")]
    [InlineData(201_00, "مائتا جنيه مصري وجنيه واحد")]
    [InlineData(202_00, "مائتا جنيه مصري وجنيهان")]
    [InlineData(205_00, "مائتان وخمسة جنيهات مصرية")]
    [InlineData(250_00, "مائتان وخمسون جنيهًا مصريًا")]
    [InlineData(300_00, "ثلاثمائة جنيه مصري")]
    [InlineData(315_00, "ثلاثمائة وخمسة عشر جنيهًا مصريًا")]
    [InlineData(400_00, "أربعمائة جنيه مصري")]
    [InlineData(515_00, "خمسمائة وخمسة عشر جنيهًا مصريًا")]
    [InlineData(600_00, "ستمائة جنيه مصري")]
    [InlineData(777_00, "سبعمائة وسبعة وسبعون جنيهًا مصريًا")]
    [InlineData(800_00, "ثمانمائة جنيه مصري")]
    [InlineData(999_00, "تسعمائة وتسعة وتسعون جنيهًا مصريًا")]
    public void InWords_BelowAThousand_AgreesWithTheLastTwoDigits(long piastres, string expected) =>
        Assert.Equal($"فقط {expected} لا غير", ArabicAmount.InWords(Money.FromPiastres(piastres)));

    [Theory]
    [InlineData(1_000_00, "ألف جنيه مصري")]
    [InlineData(1_001_00, "ألف جنيه مصري وجنيه واحد")]
    [InlineData(1_002_00, "ألف جنيه مصري وجنيهان")]
    [InlineData(1_003_00, "ألف وثلاثة جنيهات مصرية")]
    [InlineData(1_015_00, "ألف وخمسة عشر جنيهًا مصريًا")]
    [InlineData(1_100_00, "ألف ومائة جنيه مصري")]
    [InlineData(1_101_00, "ألف ومائة جنيه مصري وجنيه واحد")]
    [InlineData(1_515_00, "ألف وخمسمائة وخمسة عشر جنيهًا مصريًا")]
    [InlineData(2_000_00, "ألفا جنيه مصري")]
    [InlineData(2_001_00, "ألفا جنيه مصري وجنيه واحد")]
    [InlineData(2_002_00, "ألفا جنيه مصري وجنيهان")]
    [InlineData(2_010_00, "ألفان وعشرة جنيهات مصرية")]
    [InlineData(2_200_00, "ألفان ومائتا جنيه مصري")]
    [InlineData(2_575_00, "ألفان وخمسمائة وخمسة وسبعون جنيهًا مصريًا")]
    [InlineData(3_000_00, "ثلاثة آلاف جنيه مصري")]
    [InlineData(8_008_00, "ثمانية آلاف وثمانية جنيهات مصرية")]
    [InlineData(10_000_00, "عشرة آلاف جنيه مصري")]
    [InlineData(11_000_00, "أحد عشر ألف جنيه مصري")]
    [InlineData(11_001_00, "أحد عشر ألف جنيه مصري وجنيه واحد")]
    [InlineData(11_003_00, "أحد عشر ألفًا وثلاثة جنيهات مصرية")]
    [InlineData(12_500_00, "اثنا عشر ألفًا وخمسمائة جنيه مصري")]
    [InlineData(22_022_00, "اثنان وعشرون ألفًا واثنان وعشرون جنيهًا مصريًا")]
    [InlineData(100_000_00, "مائة ألف جنيه مصري")]
    [InlineData(101_000_00, "مائة ألف وألف جنيه مصري")]
    [InlineData(102_000_00, "مائة ألف وألفا جنيه مصري")]
    [InlineData(102_300_00, "مائة ألف وألفان وثلاثمائة جنيه مصري")]
    [InlineData(103_000_00, "مائة وثلاثة آلاف جنيه مصري")]
    [InlineData(200_000_00, "مائتا ألف جنيه مصري")]
    [InlineData(250_000_00, "مائتان وخمسون ألف جنيه مصري")]
    [InlineData(250_150_00, "مائتان وخمسون ألفًا ومائة وخمسون جنيهًا مصريًا")]
    [InlineData(999_999_00, "تسعمائة وتسعة وتسعون ألفًا وتسعمائة وتسعة وتسعون جنيهًا مصريًا")]
    [InlineData(1_000_000_00, "مليون جنيه مصري")]
    [InlineData(1_000_001_00, "مليون جنيه مصري وجنيه واحد")]
    [InlineData(1_001_000_00, "مليون وألف جنيه مصري")]
    [InlineData(2_000_000_00, "مليونا جنيه مصري")]
    [InlineData(2_000_003_00, "مليونان وثلاثة جنيهات مصرية")]
    [InlineData(3_000_000_00, "ثلاثة ملايين جنيه مصري")]
    [InlineData(11_000_000_00, "أحد عشر مليون جنيه مصري")]
    [InlineData(11_500_000_00, "أحد عشر مليونًا وخمسمائة ألف جنيه مصري")]
    [InlineData(101_000_000_00, "مائة مليون ومليون جنيه مصري")]
    [InlineData(1_000_000_000_00, "مليار جنيه مصري")]
    [InlineData(2_000_000_000_00, "مليارا جنيه مصري")]
    [InlineData(2_000_002_000_00, "ملياران وألفا جنيه مصري")]
    [InlineData(9_000_000_000_00, "تسعة مليارات جنيه مصري")]
    public void InWords_FromAThousandOn_ScalesAgreeToo(long piastres, string expected) =>
        Assert.Equal($"فقط {expected} لا غير", ArabicAmount.InWords(Money.FromPiastres(piastres)));

    [Theory]
    [InlineData(0_01, "قرش واحد")]
    [InlineData(0_02, "قرشان")]
    [InlineData(0_03, "ثلاثة قروش")]
    [InlineData(0_10, "عشرة قروش")]
    [InlineData(0_11, "أحد عشر قرشًا")]
    [InlineData(0_25, "خمسة وعشرون قرشًا")]
    [InlineData(0_99, "تسعة وتسعون قرشًا")]
    [InlineData(1_01, "جنيه مصري واحد وقرش واحد")]
    [InlineData(2_02, "جنيهان مصريان وقرشان")]
    [InlineData(101_01, "مائة جنيه مصري وجنيه واحد وقرش واحد")]
    [InlineData(150_25, "مائة وخمسون جنيهًا مصريًا وخمسة وعشرون قرشًا")]
    [InlineData(200_50, "مائتا جنيه مصري وخمسون قرشًا")]
    [InlineData(1_234_56, "ألف ومائتان وأربعة وثلاثون جنيهًا مصريًا وستة وخمسون قرشًا")]
    public void InWords_WithPiastres_NamesBoth(long piastres, string expected) =>
        Assert.Equal($"فقط {expected} لا غير", ArabicAmount.InWords(Money.FromPiastres(piastres)));

    [Fact]
    public void InWords_TheMost_IsWhole() =>
        Assert.Equal(
            "فقط تسعة مليارات وتسعمائة وتسعة وتسعون مليونًا وتسعمائة وتسعة وتسعون ألفًا وتسعمائة وتسعة وتسعون جنيهًا "
            + "مصريًا وتسعة وتسعون قرشًا لا غير",
            ArabicAmount.InWords(Money.MaxValue));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(100_000)]
    [InlineData(9_999_999)]
    public void InWords_DifferentAmounts_HaveDifferentTextsOfPlainWords(long stepPiastres)
    {
        var texts = Enumerable.Range(0, 100_001)
            .Select(step => ArabicAmount.InWords(Money.FromPiastres(step * stepPiastres)))
            .ToList();

        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(texts, text => text.Split(' ').Any(word => word is "" or "و"));
        Assert.DoesNotContain(texts, text => text.Any(c => c is not (' ' or >= '\u0621' and <= '\u064B')));
    }
}
