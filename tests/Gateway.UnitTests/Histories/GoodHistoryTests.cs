using Gateway.Testing.Histories;
using static Gateway.UnitTests.Histories.SomeOperation;

namespace Gateway.UnitTests.Histories;

public sealed class GoodHistoryTests
{
    [Fact]
    public void Check_OneAfterTheOther_IsGood() => AssertGood(
        ReadOutstanding(0, 1),
        Settle("a", 2, 3),
        ReadSettled(4, 5),
        Settle("b", 6, 7).NotOutstanding(),
        Reverse("x", "a", 8, 9),
        ReadOutstanding(10, 11),
        Settle("b", 12, 13),
        Reverse("y", "a", 14, 15).Refused("SETTLEMENT_REVERSED"));

    [Fact]
    public void Check_ReadsDuringASettle_MaySeeItOrNot() => AssertGood(
        Settle("a", 0, 10),
        ReadOutstanding(1, 2),
        ReadSettled(3, 4),
        ReadSettled(11, 12));

    [Fact]
    public void Check_TwoSettlesAtOnce_OneWins() => AssertGood(
        Settle("a", 0, 10).NotOutstanding(),
        Settle("b", 1, 9));

    [Fact]
    public void Check_SettleReverseAndSettleAllAtOnce_HaveAnOrder() => AssertGood(
        Settle("b", 0, 10),
        Reverse("x", "a", 0, 10),
        Settle("a", 0, 10),
        ReadOutstanding(0, 10),
        ReadSettled(11, 12));

    [Fact]
    public void Check_WhatBeginsAtTheTickWhereAnotherEnds_OverlapsIt() => AssertGood(
        Settle("a", 0, 5),
        ReadOutstanding(5, 6));

    [Fact]
    public void Check_UnknownOutcome_MayNeverHaveBeen() => AssertGood(
        Settle("a", 0, 0).Unknown(),
        ReadOutstanding(1, 2),
        Settle("b", 3, 4),
        ReadSettled(5, 6));

    [Fact]
    public void Check_UnknownOutcome_MayComeLate() => AssertGood(
        Settle("a", 0, 0).Unknown(),
        ReadOutstanding(100, 101),
        ReadSettled(102, 103),
        Settle("b", 104, 105).NotOutstanding());

    [Fact]
    public void Check_UnknownReversal_MayExplainTheNextSettle() => AssertGood(
        Settle("a", 0, 1),
        Reverse("x", "a", 2, 2).Unknown(),
        ReadSettled(3, 4),
        Settle("b", 5, 6));

    [Fact]
    public void Check_Retry_IsAnsweredAsBeforeAlsoAfterTheReversal() => AssertGood(
        Settle("a", 0, 1),
        Reverse("x", "a", 2, 3),
        Settle("a", 4, 5),
        ReadOutstanding(6, 7),
        Settle("b", 8, 9),
        Settle("a", 10, 11),
        Reverse("x", "a", 12, 13),
        ReadSettled(14, 15));

    [Fact]
    public void Check_RetryOfUnknownOutcome_TakesEffectOnce() => AssertGood(
        Settle("a", 0, 0).Unknown(),
        Settle("a", 1, 2),
        Reverse("x", "a", 3, 4),
        ReadOutstanding(5, 6));

    // A refusal is not kept: what stood in the way may have gone.
    [Fact]
    public void Check_RetryOfARefusal_MaySucceed() => AssertGood(
        Settle("a", 0, 1),
        Settle("b", 2, 3).NotOutstanding(),
        Reverse("x", "a", 4, 5),
        Settle("b", 6, 7));

    [Fact]
    public void Check_SeveralFinesAtOnce_AreSettledTogether() => AssertGood(
        Settle("a", 0, 10, "F1", "F2"),
        ReadOutstanding(1, 2, "F1"),
        ReadOutstanding(3, 4, "F2"),
        ReadSettled(5, 6, "F1"),
        ReadSettled(7, 8, "F2"),
        Settle("b", 11, 12, "F2", "F3").NotOutstanding("F2"),
        Reverse("x", "a", 13, 14, "F1", "F2"),
        Settle("b", 15, 16, "F2", "F3"));

    [Fact]
    public void Check_EndOfTheDay_RefusesReversalsOfStandingSettlements() => AssertGood(
        Settle("a", 0, 1),
        Reverse("x", "a", 2, 3).Refused("BUSINESS_DAY_CLOSED"),
        ReadSettled(4, 5));

    private static void AssertGood(params FineOperation[] history) => Assert.Empty(HistoryChecker.Check(history));
}
