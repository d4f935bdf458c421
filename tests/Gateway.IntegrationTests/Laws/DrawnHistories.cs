using FsCheck;
using FsCheck.Fluent;
using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Draws histories, and makes those that fail shorter and simpler.</summary>
internal static class DrawnHistories
{
    private const int RequestIds = 7;

    /// <summary>Who settles and appeals.</summary>
    public static readonly Gen<int> Settler = Gen.Choose(0, LawCaller.Settlers - 1);

    private static readonly Gen<int> Request = Gen.Choose(0, RequestIds - 1);

    /// <summary>What befalls a write.</summary>
    public static readonly Gen<CommitFault> Fault = Gen.Frequency(
        (10, Gen.Constant(CommitFault.None)),
        (3, Gen.Elements(
            CommitFault.FailsBefore, CommitFault.LostBefore, CommitFault.LostAfter, CommitFault.KilledBefore,
            CommitFault.KilledAfter)));

    /// <summary>How something is paid.</summary>
    public static readonly Gen<(PaymentMethod Method, int Reference)> Payment = Gen.Frequency(
        (4, from reference in Gen.Choose(0, 2) select (PaymentMethod.Cash, reference)),
        (3, from method in Gen.Elements(PaymentMethod.Card, PaymentMethod.Wallet)
            from reference in Gen.Choose(1, 4)
            select (method, reference)));

    /// <summary>One fine of a subject alone or any of them, a bit for each.</summary>
    public static readonly Gen<int> Fines = Gen.Frequency(
        (3, from bit in Gen.Choose(0, LawScene.FinesOfSubject - 1) select 1 << bit),
        (2, Gen.Choose(1, (1 << LawScene.FinesOfSubject) - 1)));

    private static readonly Gen<LawStep> Settle =
        from caller in Settler
        from request in Request
        from fault in Fault
        from subject in Gen.Choose(0, 1)
        from fines in Fines
        from stranger in Gen.Choose(0, 19)
        from quote in Gen.Frequency((4, Gen.Constant(QuoteTime.Now)), (1, Gen.Constant(QuoteTime.First)))
        from amounts in Gen.Frequency(
            (10, Gen.Constant(AmountKind.Right)), (1, Gen.Elements(AmountKind.WrongItem, AmountKind.WrongSum)))
        from payment in Payment
        select (LawStep)new SettleStep(
            caller, request, fault, subject, fines, stranger == 0, quote, amounts, payment.Method, payment.Reference);

    // A branch sees its own settlements only, so the others do it more often.
    private static readonly Gen<LawStep> Reverse =
        from caller in Gen.Elements(0, 1, 2, 2, 3, 3)
        from request in Request
        from fault in Fault
        from settlement in Gen.Frequency((1, Gen.Constant(0)), (9, Gen.Choose(1, 3)))
        select (LawStep)new ReverseStep(caller, request, fault, settlement);

    private static readonly Gen<LawStep> Abandon =
        from caller in Settler
        from request in Request
        from fault in Fault
        select (LawStep)new AbandonStep(caller, request, fault);

    private static readonly Gen<LawStep> Retry =
        from caller in Gen.Choose(0, LawCaller.HeadOffice)
        from request in Request
        from fault in Fault
        from which in Gen.Choose(0, 3)
        select (LawStep)new RetryStep(caller, request, fault, which);

    private static readonly Gen<LawStep> Reconcile =
        from request in Request
        from isShort in Gen.Elements(true, false)
        from isForced in Gen.Elements(true, false)
        select (LawStep)new ReconcileStep(request, isShort, isForced);

    private static readonly Gen<LawStep> Prosecute =
        from fine in Gen.Choose(0, LawScene.Fines - 1)
        from act in Gen.Frequency(
            (4, Gen.Constant(ProsecutionAct.Appeal)), (8, Gen.Constant(ProsecutionAct.Uphold)),
            (5, Gen.Constant(ProsecutionAct.Raise)), (1, Gen.Constant(ProsecutionAct.Cancel)))
        select (LawStep)new ProsecutionStep(fine, act);

    private static readonly Gen<LawStep> Later =
        from hours in Gen.Elements(1, 8, 24)
        select (LawStep)new LaterStep(hours);

    private static readonly Gen<LawStep> Step = Gen.Frequency(
        (34, Settle), (20, Reverse), (6, Abandon), (16, Retry), (2, Reconcile), (14, Prosecute), (4, Later));

    /// <summary>Histories of any length up to the size that is asked for.</summary>
    public static Arbitrary<LawHistory> All { get; } = Arb.From(Step, Simpler).Array()
        .Convert(steps => new LawHistory(steps), history => history.Steps);

    /// <summary>
    /// Histories of the whole size. They are not made shorter: what several callers do at once need not come again.
    /// </summary>
    public static Arbitrary<LawHistory> Long { get; } = Arb.From(
        Gen.Sized(size => Step.ArrayOf(size)).Select(steps => new LawHistory(steps)));

    /// <summary>Simpler steps, each nearer to a plain settlement of one fine, so this ends.</summary>
    public static IEnumerable<LawStep> Simpler(LawStep step)
    {
        if (step is CallStep { Fault: not CommitFault.None } befallen)
            yield return befallen with { Fault = CommitFault.None };
        if (step is SettleStep settle)
        {
            if (settle.WithStranger)
                yield return settle with { WithStranger = false };
            if (settle.Quote != QuoteTime.Now)
                yield return settle with { Quote = QuoteTime.Now };
            if (settle.Amounts != AmountKind.Right)
                yield return settle with { Amounts = AmountKind.Right };
            if (settle.Method != PaymentMethod.Cash || settle.Reference != 0)
                yield return settle with { Method = PaymentMethod.Cash, Reference = 0 };
            for (var bit = 1; bit < settle.Fines; bit <<= 1)
            {
                if ((settle.Fines & bit) != 0)
                    yield return settle with { Fines = settle.Fines & ~bit };
            }
        }
    }
}
