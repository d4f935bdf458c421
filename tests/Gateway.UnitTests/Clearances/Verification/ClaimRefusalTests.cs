using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Verification;

/// <summary>Claims of another form, rightly signed by the issuer: still none.</summary>
public sealed class ClaimRefusalTests : IDisposable
{
    private const long Certificate = -65537;
    private const ulong TooFar = 253_402_300_800;

    private static readonly Dictionary<string, Action<RawItem>> Changes = new(StringComparer.Ordinal)
    {
        ["another issuer"] = claims => claims[1] = RawItem.Text("FR"),
        ["issuer in small letters"] = claims => claims[1] = RawItem.Text("eg"),
        ["issuer as bytes"] = claims => claims[1] = RawItem.Bytes([0x45, 0x47]),
        ["a claim that is not known"] = claims => claims.Add(2, RawItem.Text("x")),
        ["an audience"] = claims => claims.Add(3, RawItem.Text("x")),
        ["not before"] = claims => claims.Add(5, RawItem.Int(1)),
        ["the private claim of a list"] = claims => claims.Add(-65538, RawItem.Map()),
        ["no issuer"] = claims => claims.Remove(1),
        ["no end"] = claims => claims.Remove(4),
        ["no moment"] = claims => claims.Remove(6),
        ["no identifier"] = claims => claims.Remove(7),
        ["no certificate"] = claims => claims.Remove(Certificate),
        ["a negative end"] = claims => claims[4] = RawItem.Int(-1),
        ["a negative moment"] = claims => claims[6] = RawItem.Int(-1_785_000_000),
        ["an end as text"] = claims => claims[4] = RawItem.Text("2026-08-30"),
        ["a tagged moment"] = claims => claims[6] = RawItem.Tag(1, claims[6]),
        ["a moment after the year 9999"] = claims => claims[6].Value = TooFar,
        ["an end after the year 9999"] = claims => claims[4].Value = TooFar,
        ["the highest end"] = claims => claims[4].Value = ulong.MaxValue,
        ["an end that is its beginning"] = claims => claims[4].Value = claims[6].Value,
        ["an end before its beginning"] = claims => claims[4].Value = claims[6].Value - 1,
        ["an identifier of seven bytes"] = claims => claims[7].Content = claims[7].Content[..7],
        ["an identifier of nine bytes"] = claims => claims[7].Content = [.. claims[7].Content, 0],
        ["an identifier as text"] = claims => claims[7] = RawItem.Text("12345678"),
        ["claims in an array"] = claims => claims.Major = 4,
        ["tagged claims"] = claims =>
        {
            claims.Major = 4;
            claims.Items.Clear();
        },
    };

    private readonly ClearanceParties _parties = new();

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Claims_OfAnotherForm_AreForged(string name) => AssertForged(
        ClearanceReason.ClaimsWrong, Changes[name]);

    [Fact]
    public void Claims_InAnotherEncoding_AreForged()
    {
        AssertForged(ClearanceReason.NotCanonical, claims => claims.HeadBytes = 1);
        AssertForged(ClearanceReason.NotCanonical, claims => claims.IsIndefinite = true);
        AssertForged(ClearanceReason.NotCanonical, claims => claims[4].HeadBytes = 8);
        AssertForged(ClearanceReason.NotCanonical, claims => claims[7].IsIndefinite = true);
        AssertForged(ClearanceReason.NotCanonical, claims => claims[Certificate][3].HeadBytes = 2);
        AssertForged(ClearanceReason.NotCanonical, claims => claims.Items.Reverse(0, 4));
        AssertForged(ClearanceReason.NotCanonical, claims => Reorder(claims[Certificate]));
    }

    [Fact]
    public void Claims_WithAMemberTwice_AreForged()
    {
        AssertForged(ClearanceReason.DuplicateKeys, claims => claims.Add(1, RawItem.Text("EG")));
        AssertForged(ClearanceReason.DuplicateKeys, claims => claims.Add(4, RawItem.Int(4_000_000_000)));
        AssertForged(ClearanceReason.DuplicateKeys, claims => claims[Certificate].Add(3, RawItem.Text("ق ب ل 9999")));
    }

    [Fact]
    public void Claims_WithBytesBehind_AreForged()
    {
        var message = RawItem.Parse(OddCode.BytesOf(_parties.Issue(SomeCredential.Claims())));
        var payload = OddCode.PayloadOf(message).Content;
        var code = OddCode.CodeOf(OddCode.Signed(message, _parties.IssuerKey, [.. payload, 0]).Encode());

        var check = _parties.Verifier().Check(code, ClearanceParties.Now);

        Assert.Equal(ClearanceReason.TrailingBytes, check.Reason);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    // The first member goes behind the second.
    private static void Reorder(RawItem map)
    {
        var first = map.Items[..2];
        map.Items.RemoveRange(0, 2);
        map.Items.InsertRange(2, first);
    }

    private void AssertForged(ClearanceReason reason, Action<RawItem> change)
    {
        var code = OddCode.Reclaimed(
            _parties.Issue(SomeCredential.Claims(), SomeCredential.Holder()), _parties.IssuerKey, change);

        var check = _parties.Verifier().Check(code, ClearanceParties.Now);

        Assert.Equal(new ClearanceCheck(ClearanceVerdict.Forged, reason, null), check);
    }
}
