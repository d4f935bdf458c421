using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;

namespace Gateway.UnitTests.Cli;

public sealed class CounterOfCallerTests
{
    [Theory]
    [InlineData("spiffe://post.gov.eg/branch/00001", null, null, "00001", "01")]
    [InlineData("spiffe://post.gov.eg/branch/00001/counter/07", null, null, "00001", "07")]
    [InlineData("spiffe://post.gov.eg/branch/00001", "00002", "03", "00002", "03")]
    [InlineData("spiffe://post.gov.eg/hub/1", "00002", null, "00002", "01")]
    public void Counter_OfTheCertificateOrTheOptions_IsNamed(
        string spiffeId, string? branch, string? counter, string expectedBranch, string expectedCounter)
    {
        var named = CounterOfCaller.Of(spiffeId, branch, counter, "t-1")!;

        Assert.Equal((expectedBranch, expectedCounter, "t-1"), (named.BranchCode, named.CounterCode, named.TellerCode));
    }

    [Fact]
    public void Counter_OfTheHubWithoutABranch_IsAUsageError() =>
        Assert.Throws<UsageException>(() => CounterOfCaller.Of("spiffe://post.gov.eg/hub/1", null, null, "t-1"));

    [Theory]
    [InlineData("spiffe://post.gov.eg/head-office/1")]
    [InlineData("spiffe://ppo.gov.eg/review/1")]
    [InlineData(null)]
    public void Counter_OfACallerWithoutOne_IsLeftOut(string? spiffeId) =>
        Assert.Null(CounterOfCaller.Of(spiffeId, null, null, "t-1"));
}
