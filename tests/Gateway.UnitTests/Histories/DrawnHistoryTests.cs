using Gateway.Testing.Histories;

namespace Gateway.UnitTests.Histories;

public sealed class DrawnHistoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Check_ThousandOperationsOnThreeFines_AreGood(int seed)
    {
        var history = new SomeFines(seed).Record(1000);

        Assert.Empty(HistoryChecker.Check(history));
    }

    // The search against all orders there are, one after the other.
    [Fact]
    public void Check_ShortHistoriesGoodAndBroken_AgreesWithTryingAllOrders()
    {
        var random = new Random(4);
        var good = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var history = new SomeFines(seed).Record(6).Select(operation => Twist(operation, random)).ToList();

            var found = UnexplainedHistory.Find("", history);

            var expected = AllOrders.HasGoodOne(history);
            Assert.True(expected == found is null, string.Join('\n', history));
            good += expected ? 1 : 0;
        }

        Assert.InRange(good, 500, 2500);
    }

    // One in six tells something else than what was.
    private static FineOperation Twist(FineOperation operation, Random random) => random.Next(6) > 0
        ? operation
        : operation switch
        {
            { Outcome: OperationOutcome.Unknown } => operation,
            { Kind: OperationKind.Read, Settled.Count: 0 } => operation with { Settled = operation.Fines },
            { Kind: OperationKind.Read } => operation with { Settled = [] },
            { Outcome: OperationOutcome.Refused } => operation with
            {
                Outcome = OperationOutcome.Done,
                Reason = "",
            },
            { Kind: OperationKind.Settle } => operation.NotOutstanding(),
            _ => operation.Refused("SETTLEMENT_REVERSED"),
        };
}
