using Gateway.Cli.Invocation;
using Gateway.Cli.Review;
using Gateway.Contracts.V1;

namespace Gateway.UnitTests.Cli.Review;

public sealed class DecisionOptionsTests
{
    [Fact]
    public void Decisions_OfThreeKinds_AreReadWithTheirReasons()
    {
        var decisions = DecisionOptions.Read(
            ["10=cancelled", "29=reduced:1,100.50", "38=upheld"],
            ["10"],
            ["Seen from a=b.", "29=The least = the most."]);

        Assert.Equal(["10", "29", "38"], decisions.Select(decision => decision.FineNumber));
        Assert.Equal(
            [AppealDecision.Cancelled, AppealDecision.Reduced, AppealDecision.Upheld],
            decisions.Select(decision => decision.Decision));
        Assert.Equal([true, false, false], decisions.Select(decision => decision.WronglyRecorded));
        Assert.Equal([null, 1100.50m, null], decisions.Select(decision => decision.NewAmount?.DecimalValue));
        Assert.Equal(
            ["Seen from a=b.", "The least = the most.", "Seen from a=b."],
            decisions.Select(decision => decision.Reason));
    }

    [Theory]
    [InlineData("10")]
    [InlineData("=upheld")]
    [InlineData("10=")]
    [InlineData("10=forgiven")]
    [InlineData("10=reduced")]
    [InlineData("10=reduced:")]
    [InlineData("10=reduced:much")]
    [InlineData("10=upheld:5")]
    public void Decision_ThatCannotBeRead_IsAUsageError(string item) =>
        Assert.Throws<UsageException>(() => DecisionOptions.Read([item], [], ["Because."]));

    [Theory]
    [InlineData("29", "Because.")]
    [InlineData("38", "Because.")]
    [InlineData("10", "29=Because.")]
    [InlineData("10", "Because.", "Or because.")]
    [InlineData("10", "10=Because.", "10=Or because.", "And.")]
    public void Decisions_ThatDoNotGoTogether_AreAUsageError(string wronglyRecorded, params string[] reasons) =>
        Assert.Throws<UsageException>(
            () => DecisionOptions.Read(["10=cancelled", "29=upheld"], [wronglyRecorded], reasons));
}
