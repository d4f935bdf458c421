using System.Security.Cryptography;
using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.UnitTests.Clearances.Lists;

public sealed class TrustListTests : IDisposable
{
    private readonly ClearanceParties _parties = new();
    private readonly ClearanceParties _strangers = new();

    [Fact]
    public void List_IsReadAsItWasSigned()
    {
        var first = _parties.TrustedKey();
        var second = _strangers.TrustedKey(KeyUses.RevocationLists);

        var list = _parties.Trust(first, second);

        Assert.Equal(7, list.Number);
        Assert.Equal(ClearanceParties.Now.AddHours(-1), list.IssueTime);
        Assert.Equal(ClearanceParties.Now.AddDays(90), list.ExpireTime);
        Assert.Equal(
            [(first.Uses, first.NotBefore, first.NotAfter), (second.Uses, second.NotBefore, second.NotAfter)],
            list.Keys.Select(key => (key.Uses, key.NotBefore, key.NotAfter)));
        Assert.Equal(first.PublicKey, list.Keys[0].PublicKey.ToArray());
        Assert.Equal(second.PublicKey, list.Keys[1].PublicKey.ToArray());
    }

    [Fact]
    public void List_OfEitherPinnedRoot_IsTaken()
    {
        var file = _parties.TrustListFile();

        var list = TrustList.Read(file, [_strangers.Root.PublicKey, _parties.Root.PublicKey]);

        Assert.Equal(7, list.Number);
    }

    [Fact]
    public void List_OfNoPinnedRoot_IsRefused()
    {
        var file = _parties.TrustListFile();

        Assert.Throws<InvalidDataException>(() => TrustList.Read(file, [_strangers.Root.PublicKey]));
        Assert.Throws<InvalidDataException>(() => TrustList.Read(file, [_parties.Issuer.PublicKey]));
        Assert.Throws<InvalidDataException>(() => TrustList.Read(file, []));
    }

    [Theory]
    [InlineData(8, 0, true)]
    [InlineData(8, -60, true)]
    [InlineData(7, 60, true)]
    [InlineData(7, 0, true)]
    [InlineData(7, -1, false)]
    [InlineData(6, 60, false)]
    public void List_MayReplaceAnother_OnlyWhereItsNumberDoesNotGoBack(int number, int laterMinutes, bool isTaken)
    {
        var kept = _parties.Trust();
        var next = TrustList.Read(
            TrustList.Sign(
                number, kept.IssueTime.AddMinutes(laterMinutes), kept.ExpireTime, kept.Keys, _parties.Root),
            [_parties.Root.PublicKey]);

        Assert.Equal(isTaken, next.CanReplace(kept));
    }

    [Fact]
    public void Sign_WhatNobodyWouldTake_IsRefused()
    {
        var key = _parties.TrustedKey();
        using var otherCurve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        AssertNotSigned(7, 1);
        AssertNotSigned(-1, 1, key);
        AssertNotSigned(7, 0, key);
        AssertNotSigned(7, 1, key with { Uses = KeyUses.None });
        AssertNotSigned(7, 1, key with { Uses = (KeyUses)4 });
        AssertNotSigned(7, 1, key with { PublicKey = new byte[91] });
        AssertNotSigned(7, 1, key with { PublicKey = otherCurve.ExportSubjectPublicKeyInfo() });
        AssertNotSigned(7, 1, key with { PublicKey = new byte[] { 0 }.Concat(key.PublicKey.ToArray()).ToArray() });
        AssertNotSigned(7, 1, key with { PublicKey = key.PublicKey.ToArray().Append((byte)0).ToArray() });
        AssertNotSigned(7, 1, key with { NotBefore = DateTimeOffset.UnixEpoch.AddSeconds(-1) });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        _strangers.Dispose();
    }

    private void AssertNotSigned(long number, int days, params TrustedKey[] keys) =>
        Assert.ThrowsAny<ArgumentException>(() => TrustList.Sign(
            number, ClearanceParties.Now, ClearanceParties.Now.AddDays(days), keys, _parties.Root));
}
