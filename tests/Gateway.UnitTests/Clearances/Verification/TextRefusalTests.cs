using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.UnitTests.Clearances.Verification;

public sealed class TextRefusalTests : IDisposable
{
    private readonly ClearanceParties _parties = new();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ETC1")]
    [InlineData("ETC2:%69 VD92EX0")]
    [InlineData("HC1:%69 VD92EX0")]
    [InlineData("https://example.test/ETC1:BB8")]
    [InlineData("\uFEFFETC1:BB8")]
    public void Text_WithoutThePrefix_IsNoCertificate(string? text) =>
        AssertNone(text!, ClearanceReason.PrefixMissing);

    [Fact]
    public void Code_InOtherLetters_IsNoCertificate()
    {
        var code = _parties.Issue(SomeCredential.Claims());

        AssertNone("etc1:" + code[5..], ClearanceReason.PrefixMissing);
        AssertNone(" " + code, ClearanceReason.PrefixMissing);
        AssertNone("ETC1:" + code[5..].ToLowerInvariant(), ClearanceReason.NotBase45);
    }

    [Theory]
    [InlineData("ETC1:A")]
    [InlineData("ETC1:GGW")]
    [InlineData("ETC1:::")]
    [InlineData("ETC1:BB8\n")]
    [InlineData("ETC1:ق ب")]
    [InlineData("ETC1:\uD83D\uDE97A")]
    [InlineData("ETC1:\uD83DAA")]
    public void Text_ThatIsNoBase45_IsNoCertificate(string text) => AssertNone(text, ClearanceReason.NotBase45);

    [Fact]
    public void Code_WithASpaceBehind_IsNoCertificate()
    {
        var code = _parties.Issue(SomeCredential.Claims());

        var check = _parties.Verifier().Check(code + " ", ClearanceParties.Now);

        Assert.Null(check.Claims);
        Assert.True(check.Verdict is ClearanceVerdict.NotACertificate or ClearanceVerdict.Forged);
    }

    [Theory]
    [InlineData("ETC1:")]
    [InlineData("ETC1:00")]
    [InlineData("ETC1:U5")]
    [InlineData("ETC1:QED8WEX0")]
    public void Text_ThatIsNoCbor_IsNoCertificateOrForged(string text)
    {
        var check = _parties.Verifier().Check(text, ClearanceParties.Now);

        Assert.True(
            check.Reason is ClearanceReason.NotCbor or ClearanceReason.NotTagged or ClearanceReason.TrailingBytes);
        Assert.Null(check.Claims);
    }

    [Fact]
    public void Text_AsLongAsACodeMayBe_IsReadAndOneMoreIsNot()
    {
        var longest = "ETC1:" + new string(':', ClearanceCredential.MaxChars - 5);

        AssertNone(longest, ClearanceReason.NotBase45);
        AssertNone(longest + "0", ClearanceReason.TooLong);
        AssertNone("ETC1:" + new string('0', 10_000_000), ClearanceReason.TooLong);
    }

    [Theory]
    [InlineData(ClearanceReason.None, "")]
    [InlineData(ClearanceReason.SignatureWrong, "SIGNATURE_WRONG")]
    [InlineData(ClearanceReason.SignatureNotLowS, "SIGNATURE_NOT_LOW_S")]
    [InlineData(ClearanceReason.NotBase45, "NOT_BASE45")]
    [InlineData(ClearanceReason.NotCbor, "NOT_CBOR")]
    [InlineData(ClearanceReason.KeyNotValidThen, "KEY_NOT_VALID_THEN")]
    [InlineData(ClearanceReason.ClockBeforeRevocationList, "CLOCK_BEFORE_REVOCATION_LIST")]
    public void Reason_HasAName(ClearanceReason reason, string name)
    {
        var check = new ClearanceCheck(ClearanceVerdict.Forged, reason, null);

        Assert.Equal(name, check.ReasonName);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private void AssertNone(string text, ClearanceReason reason)
    {
        var check = _parties.Verifier().Check(text, ClearanceParties.Now);

        Assert.Equal(new ClearanceCheck(ClearanceVerdict.NotACertificate, reason, null), check);
    }
}
