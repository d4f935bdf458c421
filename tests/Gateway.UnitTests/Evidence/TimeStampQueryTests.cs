using Gateway.Evidence;
using Org.BouncyCastle.Math;
using static Gateway.UnitTests.Evidence.TimeStampVerifierTests;

namespace Gateway.UnitTests.Evidence;

public sealed class TimeStampQueryTests
{
    private static readonly byte[] Data = [48, 1, 2, 3];

    private readonly SomeAuthority _authority = new();
    private readonly TimeStampVerifier _verifier = new([SomePki.Shared.Root]);

    [Fact]
    public void Check_GoodAnswer_GivesTheTokenThatVerifiesByItself()
    {
        var query = new TimeStampQuery(Data, [SomeAuthority.Policy]);

        var stamp = query.Check(_authority.Answer(query.ToBytes(), SomePki.Now), _verifier);

        Assert.Equal(stamp.Time, _verifier.Verify(stamp.Token, Data).Time);
        Assert.Equal(SomePki.Now.ToUnixTimeSeconds(), stamp.Time.ToUnixTimeSeconds());
    }

    [Fact]
    public void Query_MadeTwice_HasAnotherNonce()
    {
        var (first, second) = (new TimeStampQuery(Data, []), new TimeStampQuery(Data, []));

        var answer = _authority.Answer(first.ToBytes(), SomePki.Now);

        Refuses(TimeStampCheck.Nonce, () => second.Check(answer, _verifier));
    }

    [Fact]
    public void Check_OtherNonce_IsRefused()
    {
        var query = new TimeStampQuery(Data, []);

        var answer = _authority.Answer(query.ToBytes(), SomePki.Now, BigInteger.Ten);

        Refuses(TimeStampCheck.Nonce, () => query.Check(answer, _verifier));
    }

    [Fact]
    public void Check_OtherPolicy_IsRefused()
    {
        var query = new TimeStampQuery(Data, ["1.2.3.4.2", "1.2.3.4.3"]);

        var answer = _authority.Answer(query.ToBytes(), SomePki.Now);

        Refuses(TimeStampCheck.Policy, () => query.Check(answer, _verifier));
    }

    [Theory]
    [InlineData("30053003020102", TimeStampCheck.Status)]
    [InlineData("30053003020100", TimeStampCheck.Response)]
    [InlineData("300730030201003000", TimeStampCheck.Form)]
    [InlineData("3005300302010000", TimeStampCheck.Response)]
    [InlineData("3c68746d6c3e", TimeStampCheck.Response)]
    [InlineData("", TimeStampCheck.Response)]
    public void Check_SomethingElse_IsRefused(string answer, TimeStampCheck check)
    {
        var query = new TimeStampQuery(Data, []);

        Refuses(check, () => query.Check(Convert.FromHexString(answer), _verifier));
    }

    [Fact]
    public void Response_OfAToken_IsReadLikeTheAuthoritys()
    {
        var query = new TimeStampQuery(Data, []);
        var stamp = query.Check(_authority.Answer(query.ToBytes(), SomePki.Now), _verifier);

        var response = TimeStampResponse.Of(stamp.Token);

        Assert.Equal(stamp.Token, query.Check(response, _verifier).Token);
    }
}
