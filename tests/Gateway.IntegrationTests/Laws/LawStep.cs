using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// One step of a drawn history. It names what it concerns by small numbers, so that it can be taken in any history: also
/// in what is left when other steps were taken away.
/// </summary>
internal abstract record LawStep;

/// <summary>A step that is a call.</summary>
/// <param name="Caller">Who calls; one of <see cref="LawCaller.All"/>.</param>
/// <param name="Request">Which of the caller's few request ids.</param>
/// <param name="Fault">What befalls the write.</param>
internal abstract record CallStep(int Caller, int Request, CommitFault Fault) : LawStep;

/// <summary>Settles fines of one subject.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Subject">Whose fines.</param>
/// <param name="Fines">Which of them, a bit for each.</param>
/// <param name="WithStranger">Whether a fine of the other subject is among them.</param>
/// <param name="Quote">When the fines were quoted.</param>
/// <param name="Amounts">Whether the amounts agree.</param>
/// <param name="Method">How it is paid.</param>
/// <param name="Reference">Which of few payment references; 0 for none, in cash only.</param>
internal sealed record SettleStep(
    int Caller, int Request, CommitFault Fault, int Subject, int Fines, bool WithStranger, QuoteTime Quote,
    AmountKind Amounts, PaymentMethod Method, int Reference) : CallStep(Caller, Request, Fault);

/// <summary>Takes a settlement back.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Settlement">Which of those made so far; 0 for one that there is not.</param>
internal sealed record ReverseStep(int Caller, int Request, CommitFault Fault, int Settlement)
    : CallStep(Caller, Request, Fault);

/// <summary>Abandons a request to settle.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
internal sealed record AbandonStep(int Caller, int Request, CommitFault Fault) : CallStep(Caller, Request, Fault);

/// <summary>
/// Sends one of the requests that were sent with an id once more, in the same bytes; the last of all where there is
/// none.
/// </summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Which">Which of those that were sent with the id.</param>
internal sealed record RetryStep(int Caller, int Request, CommitFault Fault, int Which)
    : CallStep(Caller, Request, Fault);

/// <summary>Holds the post's list of today against the settlements, and closes the day where both agree.</summary>
/// <param name="Request">Which request id of the head office.</param>
/// <param name="IsShort">Whether the list lacks a settlement.</param>
/// <param name="IsForced">Whether the day is closed all the same.</param>
internal sealed record ReconcileStep(int Request, bool IsShort, bool IsForced) : LawStep;

/// <summary>Changes a fine beside the gateway, as the prosecution's own programs do.</summary>
/// <param name="Fine">Which fine.</param>
/// <param name="Act">What happens to it.</param>
internal sealed record ProsecutionStep(int Fine, ProsecutionAct Act) : LawStep;

/// <summary>Time goes by.</summary>
/// <param name="Hours">How much.</param>
internal sealed record LaterStep(int Hours) : LawStep;

/// <summary>When fines were quoted.</summary>
internal enum QuoteTime
{
    /// <summary>Just now.</summary>
    Now,

    /// <summary>Before the first step.</summary>
    First,
}

/// <summary>Whether the amounts of a request to settle agree.</summary>
internal enum AmountKind
{
    /// <summary>They do.</summary>
    Right,

    /// <summary>One item is a piastre more than was quoted.</summary>
    WrongItem,

    /// <summary>The payment is a piastre more than the items.</summary>
    WrongSum,
}

/// <summary>What the prosecution does to a fine.</summary>
internal enum ProsecutionAct
{
    /// <summary>It comes under appeal, paid or not.</summary>
    Appeal,

    /// <summary>Its appeal ends and leaves it as it was.</summary>
    Uphold,

    /// <summary>It is cancelled, at once or after an appeal.</summary>
    Cancel,

    /// <summary>It becomes dearer while it is outstanding.</summary>
    Raise,
}
