using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class SmsSegmentsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void InGsm7_OfBasicCharacters_IsBy160And153(int length, int segments) =>
        Assert.Equal(segments, SmsSegments.InGsm7(new string('a', length)));

    [Theory]
    [InlineData(80, 1)]
    [InlineData(81, 2)]
    [InlineData(152, 2)]
    [InlineData(153, 3)]
    public void InGsm7_OfExtendedCharacters_NeverPartsAnEscapeFromItsCharacter(int length, int segments) =>
        Assert.Equal(segments, SmsSegments.InGsm7(new string('€', length)));

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void InUcs2_IsBy70And67(int length, int segments) =>
        Assert.Equal(segments, SmsSegments.InUcs2(new string('ت', length)));

    [Fact]
    public void InGsm7_OfArabic_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SmsSegments.InGsm7("تظلم"));

    [Fact]
    public void Septets_OfTheWholeAlphabet_AreThoseOfTheStandard()
    {
        const string sample = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ¤¡ÄÖÑÜ§¿äöñüà";

        Assert.Equal(sample.Length, SmsSegments.Septets(sample));
        Assert.Equal(20, SmsSegments.Septets("\f^{}\\[~]|€"));
        Assert.Null(SmsSegments.Septets("`"));
    }
}
