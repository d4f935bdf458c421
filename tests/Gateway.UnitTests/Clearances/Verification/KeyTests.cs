using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;
using Gateway.UnitTests.Clearances.Forging;

namespace Gateway.UnitTests.Clearances.Verification;

public sealed class KeyTests : IDisposable
{
    private readonly ClearanceParties _parties = new();
    private readonly ClearanceParties _strangers = new();

    [Fact]
    public void Code_OfAnotherIssuer_IsForged()
    {
        var code = _strangers.Issue(SomeCredential.Claims());

        AssertForged(code, ClearanceReason.KeyUnknown, _parties.Trust());
    }

    [Fact]
    public void Code_SignedByAnotherKeyUnderTheIssuersIdentifier_IsForged()
    {
        var code = OddCode.Reclaimed(_parties.Issue(SomeCredential.Claims()), _strangers.IssuerKey, _ => { });

        AssertForged(code, ClearanceReason.SignatureWrong, _parties.Trust());
    }

    [Fact]
    public void Code_SignedByTheIssuerUnderAnotherIdentifier_IsForged()
    {
        var strangers = RawItem.Parse(OddCode.BytesOf(_strangers.Issue(SomeCredential.Claims())));
        var payload = OddCode.PayloadOf(strangers).Content;
        var code = OddCode.CodeOf(OddCode.Signed(strangers, _parties.IssuerKey, payload).Encode());

        AssertForged(code, ClearanceReason.KeyUnknown, _parties.Trust());
    }

    [Fact]
    public void Code_OfAKeyForRevocationListsOnly_IsForged()
    {
        var code = _parties.Issue(SomeCredential.Claims());

        AssertForged(
            code, ClearanceReason.KeyUnknown, _parties.Trust(_parties.TrustedKey(KeyUses.RevocationLists)));
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(-10, -1)]
    public void Code_OutsideTheValidityOfItsKey_IsForged(int firstDay, int lastDay)
    {
        var key = _parties.TrustedKey() with
        {
            NotBefore = SomeCredential.AsOfTime.AddDays(firstDay),
            NotAfter = SomeCredential.AsOfTime.AddDays(lastDay),
        };

        AssertForged(_parties.Issue(SomeCredential.Claims()), ClearanceReason.KeyNotValidThen, _parties.Trust(key));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(-10, 0)]
    [InlineData(0, 0)]
    public void Code_OnTheFirstAndLastSecondOfItsKey_IsGenuine(int firstDay, int lastDay)
    {
        var key = _parties.TrustedKey() with
        {
            NotBefore = SomeCredential.AsOfTime.AddDays(firstDay),
            NotAfter = SomeCredential.AsOfTime.AddDays(lastDay),
        };

        var check = new ClearanceVerifier(_parties.Trust(key), _parties.Revocations()).Check(
            _parties.Issue(SomeCredential.Claims()), ClearanceParties.Now);

        Assert.Equal(ClearanceVerdict.Genuine, check.Verdict);
    }

    [Fact]
    public void Code_OfAKeyThatIsThereTwice_IsGenuineWhereOneOfThemIsValid()
    {
        var before = _parties.TrustedKey() with { NotAfter = SomeCredential.AsOfTime.AddDays(-100) };
        var after = _parties.TrustedKey() with { NotBefore = SomeCredential.AsOfTime.AddDays(-1) };
        var code = _parties.Issue(SomeCredential.Claims());

        var check = new ClearanceVerifier(_parties.Trust(before, after), _parties.Revocations()).Check(
            code, ClearanceParties.Now);

        Assert.Equal(ClearanceVerdict.Genuine, check.Verdict);
    }

    // Two keys share eight bytes of a digest by no means that a test has, so the identifiers are given by hand.
    [Fact]
    public void TwoKeysUnderOneIdentifier_AreBothTried()
    {
        var id = KeyId.FromBytes("samename"u8);
        TrustedKey[] keys =
        [
            _strangers.TrustedKey(), _parties.TrustedKey(), _parties.TrustedKey(KeyUses.RevocationLists),
        ];
        var ring = new KeyRing(keys, _ => id);
        using var third = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal([keys[1]], ring.SignersOf(Under(id, _parties.IssuerKey), KeyUses.Certificates));
        Assert.Equal([keys[0]], ring.SignersOf(Under(id, _strangers.IssuerKey), KeyUses.Certificates));
        Assert.Equal([keys[1], keys[2]], ring.SignersOf(Under(id, _parties.IssuerKey), KeyUses.RevocationLists));
        Assert.Empty(ring.SignersOf(Under(id, third), KeyUses.Certificates));
        Assert.True(ring.Knows(id, KeyUses.Certificates));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        _strangers.Dispose();
    }

    private static CoseSign1 Under(KeyId id, ECDsa key)
    {
        var header = RawItem.Map(RawItem.Int(1), RawItem.Int(-7), RawItem.Int(4), RawItem.Bytes(id.ToBytes()));
        var message = OddCode.Message(header.Encode(), ClaimsWriter.Write(SomeCredential.Claims()), key);
        return CoseSign1.Read(message.Encode(), type: null, out _)!;
    }

    private static void AssertForged(string code, ClearanceReason reason, TrustList trust)
    {
        var check = new ClearanceVerifier(trust, revocations: null).Check(code, ClearanceParties.Now);

        Assert.Equal(new ClearanceCheck(ClearanceVerdict.Forged, reason, null), check);
    }
}
