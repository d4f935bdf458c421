using Gateway.Testing.Histories;
using static Gateway.UnitTests.Histories.SomeOperation;

namespace Gateway.UnitTests.Histories;

public sealed class BrokenHistoryTests
{
    [Fact]
    public void Check_TwoSettlesWithoutAReversalBetween_ShowsBoth() => AssertFault(
        [
            Settle("a", 0, 1),
            Reverse("x", "a", 2, 3),
            ReadOutstanding(4, 5),
            Settle("b", 6, 9),
            ReadSettled(8, 11),
            Settle("c", 10, 13),
            ReadSettled(14, 15),
        ],
        "b", "c");

    [Fact]
    public void Check_ReadOfOutstandingAfterASettle_ShowsBoth() => AssertFault(
        [ReadOutstanding(0, 1), Settle("a", 2, 3), ReadOutstanding(4, 5)],
        "a", "read F1: outstanding");

    [Fact]
    public void Check_RefusedThoughOutstandingThroughout_ShowsTheRefusal() => AssertFault(
        [ReadOutstanding(0, 1), Settle("a", 2, 3).NotOutstanding(), Settle("b", 4, 5)],
        "FINE_NOT_OUTSTANDING: settled");

    [Fact]
    public void Check_RefusedAfterTheReversal_ShowsBoth() => AssertFault(
        [Settle("a", 0, 1), Reverse("x", "a", 2, 3), Settle("b", 4, 5).NotOutstanding()],
        "by x", "by b: refused, FINE_NOT_OUTSTANDING");

    [Fact]
    public void Check_ReversalOfASettlementThatWasNotMade_ShowsIt() => AssertFault(
        [Settle("a", 0, 1), Settle("b", 2, 3).NotOutstanding(), Reverse("x", "b", 4, 5)],
        "by b, by x: done");

    [Fact]
    public void Check_TwoReversalsOfOneSettlement_ShowsBoth() => AssertFault(
        [Settle("a", 0, 1), Reverse("x", "a", 2, 10), ReadOutstanding(4, 5), Reverse("y", "a", 3, 9)],
        "by a, by x", "by a, by y");

    [Fact]
    public void Check_ReversalRefusedThoughStanding_ShowsSettleAndRefusal() => AssertFault(
        [Settle("a", 0, 1), Reverse("x", "a", 2, 3).Refused("SETTLEMENT_UNKNOWN")],
        "by a: done", "SETTLEMENT_UNKNOWN");

    [Fact]
    public void Check_LostUpdateAfterAnAcknowledgedSettle_ShowsBoth() => AssertFault(
        [Settle("a", 0, 5), Settle("b", 6, 6).Unknown(), ReadOutstanding(7, 8)],
        "by a: done", "read F1: outstanding");

    [Fact]
    public void Check_StaleRead_ShowsWhatWasReadBefore() => AssertFault(
        [Settle("a", 0, 0).Unknown(), ReadOutstanding(1, 2), ReadSettled(3, 4), ReadOutstanding(5, 6)],
        "3..4", "5..6");

    [Fact]
    public void Check_RefusalOfWhatWasDone_ShowsBoth() => AssertFault(
        [Settle("a", 0, 1), Reverse("x", "a", 2, 3), Settle("b", 4, 5), Settle("a", 6, 7).NotOutstanding()],
        "by a, by x: done", "by a: refused, FINE_NOT_OUTSTANDING");

    [Fact]
    public void Check_ReasonThatNothingExplains_ShowsTheRefusal() => AssertFault(
        [ReadOutstanding(0, 1), Settle("a", 2, 3).Refused("FINE_CHANGED"), ReadOutstanding(4, 5)],
        "FINE_CHANGED");

    [Fact]
    public void Check_TwoAnswersToOneRequest_ShowsBoth() => AssertFault(
        [Settle("a", 0, 1), Settle("a", 2, 3) with { Answer = "another settlement" }],
        "0..1", "2..3");

    [Fact]
    public void Check_SettlementThatLacksAFineOfItsOrder_ShowsIt() => AssertFault(
        [Settle("a", 0, 1, "F1", "F2") with { Settled = ["F1"] }],
        "by a");

    [Fact]
    public void Check_FinesOfASettlementThatAreSettledApart_ShowsWhatWasRead() => AssertFault(
        [
            Settle("a", 0, 10, "F1", "F2"),
            ReadSettled(1, 2, "F1"),
            ReadOutstanding(3, 4, "F2"),
            ReadSettled(11, 12, "F2"),
        ],
        "read F1: settled", "read F2: outstanding");

    [Fact]
    public void Check_RefusalThatNamesAFineThatIsOutstanding_ShowsIt()
    {
        var faults = HistoryChecker.Check(
            [Settle("a", 0, 1, "F1"), Settle("b", 2, 3, "F1", "F2").NotOutstanding("F1", "F2")]);

        var fault = Assert.Single(faults);
        Assert.Equal(["F2"], fault.Fines);
    }

    [Fact]
    public void Check_FaultAfterALongGoodHistory_ShowsHowTheFineStoodAndTwoOperations()
    {
        var history = Enumerable.Range(0, 200).SelectMany(i => (FineOperation[])
            [
                Settle($"s{i}", (i * 10) + 0, (i * 10) + 1),
                ReadSettled((i * 10) + 2, (i * 10) + 7),
                Reverse($"x{i}", $"s{i}", (i * 10) + 6, (i * 10) + 9),
            ]).ToList();
        history.AddRange([Settle("last", 5000, 5001), Settle("fault", 5002, 5003)]);

        var fault = Assert.Single(HistoryChecker.Check(history));

        Assert.Equal(
            """
            fine F1: no order explains what was answered
              at first F1 is outstanding
              5000..5001           branch-00001/1     settle F1 by last: done
              5002..5003           branch-00001/1     settle F1 by fault: done
            """.ReplaceLineEndings("\n"),
            fault.ToString());
    }

    // Each operation of the fault, and no other, by a part of its line.
    private static void AssertFault(FineOperation[] history, params string[] shown)
    {
        var fault = Assert.Single(HistoryChecker.Check(history));
        Assert.Contains(Fine, fault.Fines);
        Assert.Equal(shown.Length, fault.Operations.Count);
        Assert.All(shown.Zip(fault.Operations), pair => Assert.Contains(pair.First, pair.Second.ToString()));
    }
}
