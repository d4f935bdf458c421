using Gateway.Domain;

namespace Gateway.UnitTests.Domain;

public sealed class ArabicTextTests
{
    [Theory]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("۰۱۲۳۴۵۶۷۸۹", "0123456789")]
    [InlineData("0123456789", "0123456789")]
    [InlineData("أإآٱا", "ااااا")]
    [InlineData("ىيی", "ىىى")]
    [InlineData("هة", "هه")]
    [InlineData("قـــبـل", "قبل")]
    [InlineData("قَبْلٌّ", "قبل")]
    [InlineData(" ق ب\u00A0ل\u2003", "قبل")]
    [InlineData("\u200Fق\u200Eب\u202Bل\u2069\uFEFF\u061C", "قبل")]
    [InlineData("AB\tc", "AB\tc")]
    [InlineData("", "")]
    public void Fold_Variants_BecomeOneForm(string text, string expected) =>
        Assert.Equal(expected, ArabicText.Fold(text));

    [Theory]
    [InlineData("ؤ")]
    [InlineData("ئ")]
    [InlineData("ك")]
    [InlineData("گ")]
    [InlineData("\0")]
    [InlineData("\n")]
    public void Fold_OtherCharacters_Stay(string text) => Assert.Equal(text, ArabicText.Fold(text));

    [Fact]
    public void Fold_FoldedText_IsUnchanged()
    {
        var folded = ArabicText.Fold("ا ب ج د ر س ص ط ع ف ق ل م ن ه و ي ۱۲۳");

        Assert.Equal(folded, ArabicText.Fold(folded));
    }
}
