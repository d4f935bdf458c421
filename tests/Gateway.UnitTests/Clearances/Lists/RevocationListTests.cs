using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.UnitTests.Clearances.Lists;

public sealed class RevocationListTests : IDisposable
{
    private readonly ClearanceParties _parties = new();
    private readonly ClearanceParties _strangers = new();

    [Fact]
    public void List_IsReadAsItWasSigned()
    {
        var entries = Enumerable.Range(0, 1_000)
            .Select(i => (CredentialId.New(), i % 3 == 0 ? RevokedAs.Superseded : RevokedAs.Revoked)).ToArray();

        var list = _parties.Revocations(entries);

        Assert.Equal(3, list.Number);
        Assert.Equal(entries.Length, list.Count);
        Assert.Equal(ClearanceParties.Now.AddHours(-1), list.IssueTime);
        Assert.Equal(ClearanceParties.Now.AddHours(23), list.ExpireTime);
        Assert.All(entries, entry => Assert.Equal(entry.Item2, list.Find(entry.Item1)));
        Assert.Null(list.Find(CredentialId.New()));
    }

    [Fact]
    public void List_OfNothing_IsOne()
    {
        var list = _parties.Revocations();

        Assert.Equal(0, list.Count);
    }

    [Fact]
    public void List_OfAKeyWithoutThatUse_IsRefused()
    {
        var file = _parties.RevocationsFile();

        AssertRefused(file, _parties.Trust(_parties.TrustedKey(KeyUses.Certificates)));
        AssertRefused(file, _strangers.Trust());
        Assert.Equal(3, RevocationList.Read(file, _parties.Trust(_parties.TrustedKey(KeyUses.RevocationLists))).Number);
    }

    [Theory]
    [InlineData(1, 10, false)]
    [InlineData(-10, -1, false)]
    [InlineData(0, 10, true)]
    [InlineData(-10, 0, true)]
    public void List_OutsideTheValidityOfItsKey_IsRefused(int firstHour, int lastHour, bool isTaken)
    {
        var moment = ClearanceParties.Now.AddHours(-1);
        var trust = _parties.Trust(_parties.TrustedKey() with
        {
            NotBefore = moment.AddHours(firstHour),
            NotAfter = moment.AddHours(lastHour),
        });

        var refused = Record.Exception(() => RevocationList.Read(_parties.RevocationsFile(), trust));

        Assert.Equal(isTaken, refused is null);
        Assert.True(refused is null or InvalidDataException);
    }

    [Theory]
    [InlineData(4, 0, true)]
    [InlineData(3, 60, true)]
    [InlineData(3, 0, true)]
    [InlineData(3, -1, false)]
    [InlineData(2, 60, false)]
    public void List_MayReplaceAnother_OnlyWhereItsNumberDoesNotGoBack(int number, int laterMinutes, bool isTaken)
    {
        var kept = _parties.Revocations();
        var file = RevocationList.Sign(
            number, kept.IssueTime.AddMinutes(laterMinutes), kept.ExpireTime, [], _parties.Issuer);

        var next = RevocationList.Read(file, _parties.Trust());

        Assert.Equal(isTaken, next.CanReplace(kept));
    }

    [Fact]
    public void Sign_WhatNobodyWouldTake_IsRefused()
    {
        var id = CredentialId.New();

        AssertNotSigned(-1, 1);
        AssertNotSigned(3, 0);
        AssertNotSigned(3, -1);
        AssertNotSigned(3, 1, (id, (RevokedAs)0));
        AssertNotSigned(3, 1, (id, (RevokedAs)3));
        AssertNotSigned(3, 1, (id, RevokedAs.Revoked), (id, RevokedAs.Superseded));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parties.Dispose();
        _strangers.Dispose();
    }

    private static void AssertRefused(byte[] file, TrustList trust) =>
        Assert.Throws<InvalidDataException>(() => RevocationList.Read(file, trust));

    private void AssertNotSigned(long number, int days, params (CredentialId Id, RevokedAs As)[] entries) =>
        Assert.ThrowsAny<ArgumentException>(() => RevocationList.Sign(
            number, ClearanceParties.Now, ClearanceParties.Now.AddDays(days), entries, _parties.Issuer));
}
