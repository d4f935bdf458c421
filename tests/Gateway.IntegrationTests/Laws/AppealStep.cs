using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Appeals against fines of one subject.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Subject">Whose fines.</param>
/// <param name="Fines">Which of them, a bit for each; 0 for all that are outstanding.</param>
/// <param name="WithStranger">Whether a fine of the other subject is among them.</param>
/// <param name="Contested">How much of each is contested, where they are named.</param>
/// <param name="Fee">Whether the fee is paid as it should be.</param>
/// <param name="Method">How the fee is paid.</param>
/// <param name="Reference">Which of few payment references; 0 for none, in cash only.</param>
internal sealed record AppealStep(
    int Caller, int Request, CommitFault Fault, int Subject, int Fines, bool WithStranger, ContestedKind Contested,
    FeeKind Fee, PaymentMethod Method, int Reference) : CallStep(Caller, Request, Fault);

/// <summary>Takes an appeal back.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Request">Which request id.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Appeal">Which of those known so far; 0 for one that there is not.</param>
/// <param name="ByAnother">Whether another person stands at the counter.</param>
internal sealed record WithdrawStep(int Caller, int Request, CommitFault Fault, int Appeal, bool ByAnother)
    : CallStep(Caller, Request, Fault);

/// <summary>Moves an appeal.</summary>
/// <param name="Request">Which request id of the reviewer.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Appeal">Which of those known so far; 0 for one that there is not.</param>
/// <param name="Stage">Where to; not given for the next on its way.</param>
/// <param name="IsStale">Whether the reviewer quotes the etag that he saw first.</param>
internal sealed record AdvanceStep(int Request, CommitFault Fault, int Appeal, AppealStage Stage, bool IsStale)
    : CallStep(LawCaller.Reviewer, Request, Fault);

/// <summary>Decides an appeal.</summary>
/// <param name="Request">Which request id of the reviewer.</param>
/// <param name="Fault">What befalls the write.</param>
/// <param name="Appeal">Which of those known so far; 0 for one that there is not.</param>
/// <param name="Decisions">What is decided, two bits for each fine.</param>
/// <param name="Reduction">To what fines are reduced.</param>
/// <param name="IsStale">Whether the reviewer quotes the etag that he saw first.</param>
/// <param name="IsStrange">Whether a fine that is not of the appeal is decided too.</param>
internal sealed record DecideStep(
    int Request, CommitFault Fault, int Appeal, int Decisions, ReductionKind Reduction, bool IsStale, bool IsStrange)
    : CallStep(LawCaller.Reviewer, Request, Fault);

/// <summary>The prosecution closes the day, beside the gateway.</summary>
internal sealed record CloseDayStep : LawStep;

/// <summary>How much of a fine is contested.</summary>
internal enum ContestedKind
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>A part, not in whole pounds.</summary>
    Part,

    /// <summary>More than it is.</summary>
    TooMuch,
}

/// <summary>Whether the fee of an appeal is paid.</summary>
internal enum FeeKind
{
    /// <summary>It is.</summary>
    Right,

    /// <summary>A piastre too much is paid.</summary>
    Wrong,

    /// <summary>It is not.</summary>
    Missing,
}

/// <summary>To what a fine is reduced.</summary>
internal enum ReductionKind
{
    /// <summary>By what was contested; to one piastre where that is all of it.</summary>
    ByContested,

    /// <summary>By one piastre.</summary>
    ByPiastre,

    /// <summary>To one piastre.</summary>
    ToPiastre,

    /// <summary>To what it is; refused.</summary>
    NotAtAll,
}
