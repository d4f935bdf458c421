using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Verification;

public sealed class EnvelopeRefusalTests : IDisposable
{
    private static readonly Dictionary<string, (Action<RawItem> Change, ClearanceReason Reason)> Changes =
        new(StringComparer.Ordinal)
        {
            ["tag in two bytes"] = (m => m.HeadBytes = 1, ClearanceReason.NotCanonical),
            ["array length in two bytes"] = (m => ArrayOf(m).HeadBytes = 1, ClearanceReason.NotCanonical),
            ["payload length in nine bytes"] = (m => Part(m, 2).HeadBytes = 8, ClearanceReason.NotCanonical),
            ["array of indefinite length"] = (m => ArrayOf(m).IsIndefinite = true, ClearanceReason.NotCanonical),
            ["payload of indefinite length"] = (m => Part(m, 2).IsIndefinite = true, ClearanceReason.NotCanonical),
            ["empty map of indefinite length"] = (m => Part(m, 1).IsIndefinite = true, ClearanceReason.NotCanonical),
            ["key twice in the unprotected header"] = (
                m => Put(m, 1, Map(1, Bytes(), 1, Bytes())), ClearanceReason.DuplicateKeys),
            ["tag of one authenticated"] = (m => m.Value = 17, ClearanceReason.NotTagged),
            ["tag of several signers"] = (m => m.Value = 98, ClearanceReason.NotTagged),
            ["key identifier unprotected too"] = (m => Put(m, 1, Map(4, Bytes())), ClearanceReason.HeaderWrong),
            ["unprotected header of another kind"] = (m => Put(m, 1, RawItem.Array()), ClearanceReason.HeaderWrong),
            ["payload elsewhere"] = (m => Put(m, 2, RawItem.Simple(22)), ClearanceReason.HeaderWrong),
            ["payload as text"] = (m => Part(m, 2).Major = 3, ClearanceReason.NotCbor),
            ["three parts"] = (m => ArrayOf(m).Items.RemoveAt(1), ClearanceReason.HeaderWrong),
            ["five parts"] = (m => ArrayOf(m).Items.Add(Bytes()), ClearanceReason.HeaderWrong),
            ["signature of 63 bytes"] = (
                m => Part(m, 3).Content = Part(m, 3).Content[..63], ClearanceReason.HeaderWrong),
            ["signature of 65 bytes"] = (
                m => Part(m, 3).Content = [.. Part(m, 3).Content, 0], ClearanceReason.HeaderWrong),
            ["signature of nothing"] = (m => Part(m, 3).Content = [], ClearanceReason.HeaderWrong),
            ["signature of zeros"] = (m => Part(m, 3).Content = new byte[64], ClearanceReason.SignatureWrong),
            ["empty payload"] = (m => Part(m, 2).Content = [], ClearanceReason.ClaimsWrong),
            ["payload that is no CBOR"] = (m => Part(m, 2).Content = [0xFF], ClearanceReason.ClaimsWrong),
        };

    private readonly ClearanceParties _parties = new();

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Code_OfAnotherForm_IsForged(string name)
    {
        var (change, reason) = Changes[name];
        var code = OddCode.Altered(_parties.Issue(SomeCredential.Claims()), change);

        AssertFound(code, reason == ClearanceReason.NotCbor
            ? ClearanceVerdict.NotACertificate
            : ClearanceVerdict.Forged, reason);
    }

    [Fact]
    public void Code_Untagged_IsForged()
    {
        var message = RawItem.Parse(OddCode.BytesOf(_parties.Issue(SomeCredential.Claims())));

        AssertFound(
            OddCode.CodeOf(ArrayOf(message).Encode()), ClearanceVerdict.Forged, ClearanceReason.NotTagged);
    }

    [Fact]
    public void Code_TaggedAsCwtToo_IsForged()
    {
        var message = RawItem.Parse(OddCode.BytesOf(_parties.Issue(SomeCredential.Claims())));

        AssertFound(
            OddCode.CodeOf(RawItem.Tag(61, message).Encode()), ClearanceVerdict.Forged, ClearanceReason.NotTagged);
    }

    [Fact]
    public void Code_WithTheOtherFormOfItsSignature_IsForged()
    {
        var code = OddCode.Altered(_parties.Issue(SomeCredential.Claims()), message =>
            Part(message, 3).Content = OddCode.HighTwin(Part(message, 3).Content));

        AssertFound(code, ClearanceVerdict.Forged, ClearanceReason.SignatureNotLowS);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("F6")]
    [InlineData("D28443A10126A04040")]
    public void Code_BytesBehind_IsForged(string hex)
    {
        var bytes = OddCode.BytesOf(_parties.Issue(SomeCredential.Claims()));

        AssertFound(
            OddCode.CodeOf([.. bytes, .. Convert.FromHexString(hex)]),
            ClearanceVerdict.Forged,
            ClearanceReason.TrailingBytes);
    }

    [Theory]
    [InlineData("A0", "empty")]
    [InlineData("", "absent")]
    [InlineData("A10126", "no key identifier")]
    [InlineData("A2012804480000000000000000", "ES384")]
    [InlineData("A2012704480000000000000000", "EdDSA")]
    [InlineData("A20138FF04480000000000000000", "RS1")]
    [InlineData("A201382E04480000000000000000", "ES256K")]
    [InlineData("A201260447000000000000 00", "a key identifier of seven bytes")]
    [InlineData("A3012602810404480000000000000000", "a critical header")]
    [InlineData("A30126044800000000000000001062AABB", "a type that is no text")]
    [InlineData("A301260448000000000000000010617A", "a type")]
    [InlineData("A20448000000000000000001 26", "keys out of order")]
    [InlineData("BF012604480000000000000000FF", "of indefinite length")]
    [InlineData("A201260448000000000000000000", "bytes behind")]
    [InlineData("A20126016100", "the algorithm twice")]
    public void Code_UnderAnotherProtectedHeader_IsForged(string hex, string what)
    {
        var header = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var payload = OddCode.PayloadOf(RawItem.Parse(OddCode.BytesOf(_parties.Issue(SomeCredential.Claims()))));
        var code = OddCode.CodeOf(OddCode.Message(header, payload.Content, _parties.IssuerKey).Encode());

        var check = _parties.Verifier().Check(code, ClearanceParties.Now);

        Assert.True(check is { Verdict: ClearanceVerdict.Forged, Reason: ClearanceReason.HeaderWrong }, what);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private static RawItem ArrayOf(RawItem message) => OddCode.ArrayOf(message);

    private static RawItem Part(RawItem message, int at) => ArrayOf(message).Items[at];

    private static void Put(RawItem message, int at, RawItem item) => ArrayOf(message).Items[at] = item;

    private static RawItem Bytes() => RawItem.Bytes([1]);

    private static RawItem Map(long key, RawItem value) => RawItem.Map(RawItem.Int(key), value);

    private static RawItem Map(long first, RawItem value, long second, RawItem other) =>
        RawItem.Map(RawItem.Int(first), value, RawItem.Int(second), other);

    private void AssertFound(string code, ClearanceVerdict verdict, ClearanceReason reason)
    {
        var check = _parties.Verifier().Check(code, ClearanceParties.Now);

        Assert.Equal(new ClearanceCheck(verdict, reason, null), check);
    }
}
