using Gateway.Server.Evidence;
using Gateway.Server.TimeStamps;

namespace Gateway.UnitTests.Server.TimeStamps;

public sealed class TimeStampOptionsTests
{
    [Theory]
    [InlineData("http://tsa.example/", "1.2.3.4")]
    [InlineData("https://tsa.example:8443/tsr", "2.16.840.1")]
    public void Faults_GoodAuthority_AreNone(string url, string policy) =>
        Assert.Empty(Authority(url, policy).Faults());

    [Theory]
    [InlineData("ftp://tsa.example/", "1.2.3", "an Url")]
    [InlineData("tsa.example", "1.2.3", "an Url")]
    [InlineData("http://user:secret@tsa.example/", "1.2.3", "an Url")]
    [InlineData("http://tsa.example/", "3.1", "'3.1'")]
    [InlineData("http://tsa.example/", "1.02", "'1.02'")]
    [InlineData("http://tsa.example/", "1", "'1'")]
    [InlineData("http://tsa.example/", "1..2", "'1..2'")]
    public void Faults_BadAuthority_NameIt(string url, string policy, string named)
    {
        var fault = Assert.Single(Authority(url, policy).Faults());

        Assert.Contains(named, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_LimitsOutOfOrder_AreTold()
    {
        var options = new EvidenceOptions
        {
            DegradeUnstampedAfter = TimeSpan.FromMinutes(1),
            RefuseUnstampedAfter = TimeSpan.FromMinutes(1),
        };

        Assert.Equal(2, options.Faults().Count());
        Assert.Empty(new EvidenceOptions().Faults());
    }

    private static TimeStampAuthorityOptions Authority(string url, string policy) =>
        new() { Url = url, Roots = ["tsa-root.pem"], Policies = [policy] };
}
