using Gateway.Clearance;
using Gateway.Testing.Clearances;

namespace Gateway.UnitTests.Clearances.Verification;

/// <summary>What is said of a rightly signed code: it depends on the time, the lists and what is revoked.</summary>
public sealed class JudgementTests : IDisposable
{
    private static readonly DateTimeOffset Now = ClearanceParties.Now;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ClearanceParties _parties = new();
    private readonly ClearanceClaims _claims = SomeCredential.Claims();

    [Fact]
    public void Code_InDateAndNotRevoked_IsGenuine() => AssertFound(
        ClearanceVerdict.Genuine,
        ClearanceReason.None,
        _parties.Revocations((CredentialId.New(), RevokedAs.Revoked)),
        Now);

    [Fact]
    public void Code_Revoked_IsRevoked() => AssertFound(
        ClearanceVerdict.Revoked, ClearanceReason.Revoked, _parties.Revocations((_claims.Id, RevokedAs.Revoked)), Now);

    [Fact]
    public void Code_PrintedAgain_IsSuperseded() => AssertFound(
        ClearanceVerdict.Superseded,
        ClearanceReason.Superseded,
        _parties.Revocations((_claims.Id, RevokedAs.Superseded)),
        Now);

    [Fact]
    public void Code_WithoutARevocationList_IsGenuineAsFarAsIsKnown() => AssertFound(
        ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListMissing, null, Now);

    [Fact]
    public void Code_OnceTheRevocationListIsPastItsDate_IsGenuineAsFarAsIsKnown()
    {
        var list = _parties.Revocations();

        AssertFound(ClearanceVerdict.Genuine, ClearanceReason.None, list, list.ExpireTime - Second);
        AssertFound(
            ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListOutdated, list, list.ExpireTime);
    }

    [Fact]
    public void Code_RevokedOnAListPastItsDate_IsRevokedAllTheSame()
    {
        var list = _parties.Revocations((_claims.Id, RevokedAs.Revoked));

        AssertFound(ClearanceVerdict.Revoked, ClearanceReason.Revoked, list, list.ExpireTime.AddDays(2));
    }

    [Fact]
    public void Code_AtItsEnd_IsExpired()
    {
        AssertFound(
            ClearanceVerdict.GenuineRevocationUnknown,
            ClearanceReason.RevocationListMissing,
            null,
            _claims.ExpireTime - Second);
        AssertFound(ClearanceVerdict.Expired, ClearanceReason.Expired, null, _claims.ExpireTime);
    }

    [Fact]
    public void Code_FromLaterThanTheClock_IsNotBelievedBeyondFiveMinutes()
    {
        var later = _claims with { AsOfTime = Now.AddMinutes(5) };

        AssertFound(later, ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListMissing, null, Now);
        AssertFound(later, ClearanceVerdict.ClockWrong, ClearanceReason.NotYetValid, null, Now - Second);
    }

    [Fact]
    public void TrustList_PastItsDate_SaysNothing()
    {
        var trust = _parties.Trust();

        AssertNothing(ClearanceVerdict.TrustOutdated, ClearanceReason.TrustListOutdated, trust.ExpireTime);
        AssertNothing(ClearanceVerdict.TrustOutdated, ClearanceReason.TrustListOutdated, DateTimeOffset.MaxValue);
    }

    [Fact]
    public void TrustList_FromLaterThanTheClock_MeansAWrongClock()
    {
        var trust = _parties.Trust();
        var earliest = trust.IssueTime.AddMinutes(-5);

        AssertNothing(ClearanceVerdict.ClockWrong, ClearanceReason.ClockBeforeTrustList, earliest - Second);
        AssertNothing(ClearanceVerdict.ClockWrong, ClearanceReason.ClockBeforeTrustList, DateTimeOffset.MinValue);
        AssertFound(
            ClearanceVerdict.GenuineRevocationUnknown, ClearanceReason.RevocationListMissing, null, earliest);
    }

    [Fact]
    public void RevocationList_FromLaterThanTheClock_MeansAWrongClock()
    {
        var trust = TrustList.Read(
            TrustList.Sign(7, Now.AddDays(-2), Now.AddDays(90), [_parties.TrustedKey()], _parties.Root),
            [_parties.Root.PublicKey]);
        var list = _parties.Revocations();
        var code = _parties.Issue(_claims);
        var verifier = new ClearanceVerifier(trust, list);

        var early = verifier.Check(code, list.IssueTime.AddMinutes(-5) - Second);
        var inTime = verifier.Check(code, list.IssueTime.AddMinutes(-5));

        Assert.Equal(
            new ClearanceCheck(ClearanceVerdict.ClockWrong, ClearanceReason.ClockBeforeRevocationList, null), early);
        Assert.Equal(ClearanceVerdict.Genuine, inTime.Verdict);
    }

    // A forged code with lists in disorder: first of all it has to be said that nothing can be said.
    [Fact]
    public void TrustList_PastItsDate_ComesBeforeTheSignature()
    {
        using var strangers = new ClearanceParties();
        var verifier = new ClearanceVerifier(_parties.Trust(), null);

        var check = verifier.Check(strangers.Issue(_claims), _parties.Trust().ExpireTime);

        Assert.Equal(ClearanceVerdict.TrustOutdated, check.Verdict);
    }

    [Fact]
    public void Claims_AreShownWhateverBecameOfTheCertificate()
    {
        var code = _parties.Issue(_claims);

        var check = new ClearanceVerifier(_parties.Trust(), null).Check(code, _claims.ExpireTime);

        Assert.Equal(_claims, check.Claims);
    }

    /// <inheritdoc/>
    public void Dispose() => _parties.Dispose();

    private void AssertFound(
        ClearanceVerdict verdict, ClearanceReason reason, RevocationList? revocations, DateTimeOffset now) =>
        AssertFound(_claims, verdict, reason, revocations, now);

    private void AssertFound(
        ClearanceClaims claims, ClearanceVerdict verdict, ClearanceReason reason, RevocationList? revocations,
        DateTimeOffset now)
    {
        var check = new ClearanceVerifier(_parties.Trust(), revocations).Check(_parties.Issue(claims), now);

        Assert.Equal(new ClearanceCheck(verdict, reason, claims), check);
    }

    private void AssertNothing(ClearanceVerdict verdict, ClearanceReason reason, DateTimeOffset now)
    {
        var check = new ClearanceVerifier(_parties.Trust(), null).Check(_parties.Issue(_claims), now);

        Assert.Equal(new ClearanceCheck(verdict, reason, null), check);
    }
}
