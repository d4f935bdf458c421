using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Lists;

/// <summary>Files that are no lists, though one who may sign them signed them.</summary>
public sealed class ListRefusalTests : IDisposable
{
    private const long TrustClaim = -65538;
    private const long RevocationClaim = -65539;

    private readonly ClearanceParties _parties = new();
    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static readonly Dictionary<string, Action<RawItem, long>> Changes = new(StringComparer.Ordinal)
    {
        ["another issuer"] = (claims, _) => claims[1] = RawItem.Text("FR"),
        ["no end"] = (claims, _) => claims.Remove(4),
        ["no moment"] = (claims, _) => claims.Remove(6),
        ["a negative moment"] = (claims, _) => claims[6] = RawItem.Int(-1),
        ["a moment after the year 9999"] = (claims, _) => claims[6].Value = ulong.MaxValue,
        ["an end that is its beginning"] = (claims, _) => claims[4].Value = claims[6].Value,
        ["an identifier"] = (claims, _) => claims.Add(7, RawItem.Bytes(new byte[8])),
        ["no content"] = (claims, claim) => claims.Remove(claim),
        ["a negative number"] = (claims, claim) => claims[claim][1] = RawItem.Int(-1),
        ["a number too high"] = (claims, claim) => claims[claim][1].Value = ulong.MaxValue,
        ["no number"] = (claims, claim) => claims[claim].Remove(1),
        ["no entries"] = (claims, claim) => claims[claim].Remove(2),
        ["entries as text"] = (claims, claim) => claims[claim][2] = RawItem.Text("x"),
        ["more than its members"] = (claims, claim) => claims[claim].Add(3, RawItem.Int(1)),
        ["a number in nine bytes"] = (claims, claim) => claims[claim][1].HeadBytes = 8,
        ["entries of indefinite length"] = (claims, claim) => claims[claim][2].IsIndefinite = true,
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void List_OfAnotherForm_IsRefused(string name)
    {
        var trust = Resigned(Trust(), _rootKey, claims => Changes[name](claims, TrustClaim));
        var revocations = Resigned(
            _parties.RevocationsFile(), _parties.IssuerKey, claims => Changes[name](claims, RevocationClaim));

        AssertNoTrustList(trust);
        AssertNoRevocationList(revocations);
    }

    [Fact]
    public void TrustList_WithAKeyOfAnotherForm_IsRefused()
    {
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        AssertNoTrustList(Resigned(Trust(), _rootKey, claims => claims[TrustClaim][2].Items.Clear()));
        AssertNoTrustList(WithKey(key => key[1] = RawItem.Int(0)));
        AssertNoTrustList(WithKey(key => key[1] = RawItem.Int(4)));
        AssertNoTrustList(WithKey(key => key[2].Content[30] ^= 1));
        AssertNoTrustList(WithKey(key => key[2].Content = otherCurve.ExportSubjectPublicKeyInfo()));
        AssertNoTrustList(WithKey(key => key[2].Content = [.. key[2].Content, 0]));
        AssertNoTrustList(WithKey(key => key[2].Content = []));
        AssertNoTrustList(WithKey(key => key.Remove(4)));
        AssertNoTrustList(WithKey(key => key.Add(5, RawItem.Int(1))));
        AssertNoTrustList(WithKey(key => key[3] = RawItem.Int(-1)));
    }

    [Fact]
    public void RevocationList_WithAnEntryOfAnotherForm_IsRefused()
    {
        AssertNoRevocationList(WithEntry(new byte[7], 1));
        AssertNoRevocationList(WithEntry(new byte[9], 1));
        AssertNoRevocationList(WithEntry(new byte[8], 0));
        AssertNoRevocationList(WithEntry(new byte[8], 3));
    }

    [Fact]
    public void List_OfOneKind_IsNotTakenForAnother()
    {
        var byIssuer = TrustList.Sign(
            7, ClearanceParties.Now, ClearanceParties.Now.AddDays(1), [_parties.TrustedKey()], _parties.Issuer);
        using var root = Root();
        var byRoot = RevocationList.Sign(3, ClearanceParties.Now, ClearanceParties.Now.AddDays(1), [], root);
        var code = OddCode.BytesOf(_parties.Issue(SomeCredential.Claims()));

        AssertNoRevocationList(byIssuer);
        AssertNoTrustList(byRoot);
        AssertNoRevocationList(code);
        Assert.Equal(ClearanceReason.HeaderWrong, _parties.Verifier().Check(
            OddCode.CodeOf(_parties.RevocationsFile()), ClearanceParties.Now).Reason);
    }

    [Fact]
    public void List_AlteredBehindItsSignature_IsRefused()
    {
        AssertNoTrustList([.. Trust(), 0]);
        AssertNoTrustList(Trust()[..^1]);
        AssertNoTrustList([]);
        AssertNoTrustList(RawItem.Parse(Trust()).Items[0].Encode());
        AssertNoTrustList(Altered(Trust(), message => message.HeadBytes = 1));
        AssertNoTrustList(Altered(Trust(), message => OddCode.SignatureOf(message).Content[^1] ^= 1));
        AssertNoTrustList(Altered(Trust(), message => OddCode.PayloadOf(message).Content[^1] ^= 1));
        AssertNoTrustList(Altered(Trust(), message =>
            OddCode.ArrayOf(message).Items[1] = RawItem.Map(RawItem.Int(4), RawItem.Bytes([1]))));
        AssertNoTrustList([.. Enumerable.Repeat((byte)0x81, 5_000_000)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        _rootKey.Dispose();
    }

    private byte[] Trust()
    {
        using var root = Root();
        var list = TrustList.Sign(
            7, ClearanceParties.Now, ClearanceParties.Now.AddDays(1), [_parties.TrustedKey()], root);
        Assert.Equal(7, TrustList.Read(list, [root.PublicKey]).Number);
        return list;
    }

    private byte[] WithKey(Action<RawItem> change) =>
        Resigned(Trust(), _rootKey, claims => change(claims[TrustClaim][2].Items[0]));

    private byte[] WithEntry(byte[] id, long state) => Resigned(
        _parties.RevocationsFile(),
        _parties.IssuerKey,
        claims => claims[RevocationClaim][2].Items.AddRange([RawItem.Bytes(id), RawItem.Int(state)]));

    // A signer takes its key over, so it has one of its own.
    private EcdsaClearanceSigner Root() =>
        new(ECDsa.Create(_rootKey.ExportParameters(includePrivateParameters: true)));

    private static byte[] Altered(byte[] file, Action<RawItem> change)
    {
        var message = RawItem.Parse(file);
        change(message);
        return message.Encode();
    }

    private static byte[] Resigned(byte[] file, ECDsa key, Action<RawItem> change)
    {
        var message = RawItem.Parse(file);
        var claims = RawItem.Parse(OddCode.PayloadOf(message).Content);
        change(claims);
        return OddCode.Signed(message, key, claims.Encode()).Encode();
    }

    private void AssertNoTrustList(byte[] file) => Assert.Throws<InvalidDataException>(
        () => TrustList.Read(file, [_rootKey.ExportSubjectPublicKeyInfo()]));

    private void AssertNoRevocationList(byte[] file) =>
        Assert.Throws<InvalidDataException>(() => RevocationList.Read(file, _parties.Trust()));
}
