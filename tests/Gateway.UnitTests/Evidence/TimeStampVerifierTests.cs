using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

public sealed class TimeStampVerifierTests
{
    private static readonly byte[] Data = [48, 1, 2, 3];
    private static readonly DateTimeOffset Time = SomePki.Now.AddMilliseconds(-SomePki.Now.Millisecond);

    private readonly TimeStampVerifier _verifier = new([SomePki.Shared.Root]);

    [Fact]
    public void Verify_GoodToken_TellsTimeAndAuthority()
    {
        var authority = new SomeAuthority();
        var token = authority.Token(Data, Time);

        var stamp = _verifier.Verify(token, Data);

        Assert.Equal((Time, SomeAuthority.Policy, "CN=Time Keeper"), (stamp.Time, stamp.Policy, stamp.Authority));
        Assert.Equal(authority.Certificate.RawData, stamp.Certificate.RawData);
        Assert.Equal(SomePki.Shared.Issuer.RawData, Assert.Single(stamp.Issuers).RawData);
        Assert.Equal(token, stamp.Token);
    }

    [Fact]
    public void Verify_RsaKey_IsAccepted()
    {
        using var key = RSA.Create(2048);
        var token = new SomeAuthority(key).Token(Data, Time);

        Assert.Equal(Time, _verifier.Verify(token, Data).Time);
    }

    [Fact]
    public void Verify_OtherBytes_IsRefused()
    {
        var token = new SomeAuthority().Token(Data, Time);

        Refuses(TimeStampCheck.Imprint, () => _verifier.Verify(token, [.. Data, 0]));
    }

    [Fact]
    public void Verify_OtherRoot_IsRefused()
    {
        var token = new SomeAuthority().Token(Data, Time);

        Refuses(TimeStampCheck.Chain, () => new TimeStampVerifier([new SomePki().Root]).Verify(token, Data));
    }

    [Fact]
    public void Verify_OtherIssuerInTheRootsPlace_IsNotTrusted()
    {
        var token = new SomeAuthority().Token(Data, Time);

        Refuses(TimeStampCheck.Chain, () => new TimeStampVerifier([SomePki.Shared.Issuer]).Verify(token, Data));
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(81)]
    public void Verify_TimeOutsideTheCertificatesDates_IsRefused(int days)
    {
        var token = new SomeAuthority().Token(Data, Time.AddDays(days));

        Refuses(TimeStampCheck.Dates, () => _verifier.Verify(token, Data));
    }

    [Fact]
    public void Verify_CertificatesLeftOut_NeedsThemBeside()
    {
        var authority = new SomeAuthority { BringsCertificates = false };
        var token = authority.Token(Data, Time);

        var stamp = _verifier.Verify(token, Data, [authority.Certificate, SomePki.Shared.Issuer]);

        Assert.Equal(Time, stamp.Time);
        Refuses(TimeStampCheck.Certificate, () => _verifier.Verify(token, Data));
        Refuses(TimeStampCheck.Certificate, () => _verifier.Verify(token, Data, [new SomeAuthority().Certificate]));
    }

    [Fact]
    public void Verify_SmallRsaKey_IsRefused()
    {
        using var key = RSA.Create(1024);
        var token = new SomeAuthority(key).Token(Data, Time);

        Refuses(TimeStampCheck.Algorithm, () => _verifier.Verify(token, Data));
    }

    [Fact]
    public void Verify_SignedOverSha1_IsRefused()
    {
        var token = new SomeAuthority { Digest = "1.3.14.3.2.26" }.Token(Data, Time);

        Refuses(TimeStampCheck.Algorithm, () => _verifier.Verify(token, Data));
    }

    [Fact]
    public void Verify_AnySignedByteChanged_IsRefused()
    {
        var token = new SomeAuthority().Token(Data, Time);
        var info = token.AsSpan().IndexOf(SHA256.HashData(Data)) + 40;

        Refuses(TimeStampCheck.Signature, () => _verifier.Verify(Changed(token, token.Length - 1), Data));
        Assert.ThrowsAny<TimeStampException>(() => _verifier.Verify(Changed(token, info), Data));
    }

    [Fact]
    public void Verify_AnyByteChanged_NeverFailsOtherwise()
    {
        var token = new SomeAuthority().Token(Data, Time);

        for (var at = 0; at < token.Length; at++)
        {
            var changed = Changed(token, at);
            if (Record.Exception(() => _verifier.Verify(changed, Data)) is { } exception)
                Assert.IsType<TimeStampException>(exception);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void Verify_CutToken_IsRefused(int length)
    {
        var token = new SomeAuthority().Token(Data, Time);

        Refuses(TimeStampCheck.Form, () => _verifier.Verify(token.AsMemory(0, length), Data));
    }

    [Fact]
    public void Verify_SomethingBehindTheToken_IsRefused()
    {
        var token = new SomeAuthority().Token(Data, Time);

        Refuses(TimeStampCheck.Form, () => _verifier.Verify((byte[])[.. token, 0], Data));
    }

    [Theory]
    [InlineData(false, SomeAuthority.TimeStamping)]
    [InlineData(true, SomeAuthority.TimeStamping, "1.3.6.1.5.5.7.3.36")]
    [InlineData(true, "1.3.6.1.5.5.7.3.36")]
    [InlineData(true)]
    public void Authority_NotForTimeStampsAlone_IsRefused(bool critical, params string[] purposes)
    {
        using var certificate = SomeAuthority.Make(purposes, critical);

        Refuses(TimeStampCheck.Purpose, () => AuthorityRules.Check(certificate));
    }

    internal static void Refuses(TimeStampCheck check, Action act) =>
        Assert.Equal(check, Assert.Throws<TimeStampException>(act).Check);

    private static byte[] Changed(byte[] token, int at)
    {
        byte[] changed = [.. token];
        changed[at] ^= 1;
        return changed;
    }
}
