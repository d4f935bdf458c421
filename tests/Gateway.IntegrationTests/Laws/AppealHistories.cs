using FsCheck;
using FsCheck.Fluent;
using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Draws histories of fines that are settled, appealed against and decided, all of it mixed.</summary>
internal static class AppealHistories
{
    private const int PostRequestIds = 12;
    private const int ReviewRequestIds = 40;

    private static readonly Gen<int> Request = Gen.Choose(0, PostRequestIds - 1);

    private static readonly Gen<int> ReviewRequest = Gen.Choose(0, ReviewRequestIds - 1);

    private static readonly Gen<bool> Seldom = Gen.Choose(0, 14).Select(drawn => drawn == 0);

    // Mostly one of the two that suit best, so that many come to their end.
    private static readonly Gen<int> Appeal = Gen.Frequency(
        (1, Gen.Constant(0)), (24, Gen.Choose(1, 2)), (4, Gen.Choose(3, 8)));

    // For each fine of the appeal two bits: upheld, reduced, cancelled, cancelled as wrongly recorded.
    private static readonly Gen<int> Decision = Gen.Frequency(
        (2, Gen.Constant(0)), (6, Gen.Constant(1)), (1, Gen.Constant(2)), (1, Gen.Constant(3)));

    private static readonly Gen<int> Decisions =
        from first in Decision
        from second in Decision
        from third in Decision
        select first | (second << 2) | (third << 4);

    private static readonly Gen<LawStep> Settle =
        from caller in DrawnHistories.Settler
        from request in Request
        from fault in DrawnHistories.Fault
        from subject in Gen.Choose(0, 1)
        from fines in DrawnHistories.Fines
        from payment in DrawnHistories.Payment
        select (LawStep)new SettleStep(
            caller, request, fault, subject, fines, false, QuoteTime.Now, AmountKind.Right, payment.Method,
            payment.Reference);

    private static readonly Gen<LawStep> Reverse =
        from caller in Gen.Elements(0, 1, 2, 2, LawCaller.HeadOffice)
        from request in Request
        from fault in DrawnHistories.Fault
        from settlement in Gen.Choose(1, 3)
        select (LawStep)new ReverseStep(caller, request, fault, settlement);

    private static readonly Gen<LawStep> Submit =
        from caller in DrawnHistories.Settler
        from request in Request
        from fault in DrawnHistories.Fault
        from subject in Gen.Choose(0, 1)
        from fines in Gen.Frequency((1, Gen.Constant(0)), (5, DrawnHistories.Fines))
        from stranger in Seldom
        from contested in Gen.Frequency(
            (5, Gen.Constant(ContestedKind.All)), (5, Gen.Constant(ContestedKind.Part)),
            (1, Gen.Constant(ContestedKind.TooMuch)))
        from fee in Gen.Frequency(
            (14, Gen.Constant(FeeKind.Right)), (1, Gen.Elements(FeeKind.Wrong, FeeKind.Missing)))
        from payment in DrawnHistories.Payment
        select (LawStep)new AppealStep(
            caller, request, fault, subject, fines, stranger, contested, fee, payment.Method, payment.Reference);

    private static readonly Gen<LawStep> Withdraw =
        from caller in DrawnHistories.Settler
        from request in Request
        from fault in DrawnHistories.Fault
        from appeal in Appeal
        from another in Gen.Choose(0, 3)
        select (LawStep)new WithdrawStep(caller, request, fault, appeal, another == 0);

    private static readonly Gen<LawStep> Advance =
        from request in ReviewRequest
        from fault in DrawnHistories.Fault
        from appeal in Appeal
        from stage in Gen.Frequency(
            (8, Gen.Constant(AppealStage.Unspecified)),
            (1, Gen.Elements(AppealStage.Received, AppealStage.UnderReview, AppealStage.DocumentsRequested)))
        from stale in Seldom
        select (LawStep)new AdvanceStep(request, fault, appeal, stage, stale);

    private static readonly Gen<LawStep> Decide =
        from request in ReviewRequest
        from fault in DrawnHistories.Fault
        from appeal in Appeal
        from decisions in Decisions
        from reduction in Gen.Frequency(
            (4, Gen.Constant(ReductionKind.ByContested)), (2, Gen.Constant(ReductionKind.ByPiastre)),
            (2, Gen.Constant(ReductionKind.ToPiastre)), (1, Gen.Constant(ReductionKind.NotAtAll)))
        from stale in Seldom
        from strange in Gen.Choose(0, 7)
        select (LawStep)new DecideStep(request, fault, appeal, decisions, reduction, stale, strange == 0);

    private static readonly Gen<LawStep> Retry =
        from caller in Gen.Elements(0, 1, 2, LawCaller.HeadOffice, LawCaller.Reviewer, LawCaller.Reviewer)
        from request in caller == LawCaller.Reviewer ? ReviewRequest : Request
        from fault in DrawnHistories.Fault
        from which in Gen.Choose(0, 3)
        select (LawStep)new RetryStep(caller, request, fault, which);

    // What else it may do to a fine that an appeal holds, the laws of appeals leave open.
    private static readonly Gen<LawStep> Raise =
        from fine in Gen.Choose(0, LawScene.Fines - 1)
        select (LawStep)new ProsecutionStep(fine, ProsecutionAct.Raise);

    private static readonly Gen<LawStep> Later =
        from hours in Gen.Elements(1, 8, 24)
        select (LawStep)new LaterStep(hours);

    private static readonly Gen<LawStep> Call = Gen.Frequency(
        (18, Settle), (5, Reverse), (20, Submit), (4, Withdraw), (30, Advance), (22, Decide), (12, Retry), (3, Raise),
        (3, Later));

    private static readonly Gen<LawStep> Step = Gen.Frequency(
        (160, Call), (1, Gen.Constant((LawStep)new CloseDayStep())));

    // Most fines of a citizen who comes back are paid.
    private static readonly LawStep[] AllPaid = [.. Enumerable.Range(0, 2).Select(subject => new SettleStep(
        subject, Request: subject, CommitFault.None, subject, Fines: (1 << LawScene.FinesOfSubject) - 1, false,
        QuoteTime.Now, AmountKind.Right, PaymentMethod.Cash, Reference: 0))];

    private static readonly Gen<LawHistory> Histories = Gen.Sized(size =>
        from length in Gen.Choose(size / 2, size)
        from paid in Gen.Elements(true, true, false)
        from steps in Step.ArrayOf(length)
        select new LawHistory(paid ? [.. AllPaid, .. steps] : steps));

    /// <summary>Histories of the size that is asked for or up to half as short.</summary>
    public static Arbitrary<LawHistory> All { get; } = Arb.From(Histories, history =>
        Arb.From(Step, Simpler).Array().Shrinker(history.Steps).Select(steps => new LawHistory(steps)));

    /// <summary>Histories of the whole size, for several callers at once. They are not made shorter.</summary>
    public static Arbitrary<LawHistory> Long { get; } = Arb.From(
        Gen.Sized(size => Call.ArrayOf(size)).Select(steps => new LawHistory(steps)));

    // Each is nearer to a plain appeal against one fine, so this ends.
    private static IEnumerable<LawStep> Simpler(LawStep step)
    {
        foreach (var simpler in DrawnHistories.Simpler(step))
            yield return simpler;
        if (step is AppealStep submit)
        {
            if (submit.Contested != ContestedKind.All)
                yield return submit with { Contested = ContestedKind.All };
            if (submit.Method != PaymentMethod.Cash || submit.Reference != 0)
                yield return submit with { Method = PaymentMethod.Cash, Reference = 0 };
            for (var bit = 1; bit < submit.Fines; bit <<= 1)
            {
                if ((submit.Fines & bit) != 0)
                    yield return submit with { Fines = submit.Fines & ~bit };
            }
        }

        if (step is DecideStep decide)
        {
            for (var fine = 0; fine < LawScene.FinesOfSubject; fine++)
            {
                if ((decide.Decisions & (3 << (2 * fine))) != 0)
                    yield return decide with { Decisions = decide.Decisions & ~(3 << (2 * fine)) };
            }
        }
    }
}
