using Gateway.Domain;
using Gateway.Server.Replays;

namespace Gateway.Server.Reviews;

/// <summary>What a request to move an appeal asks, read and checked.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="AppealNumber">Number of the appeal.</param>
/// <param name="Etag">The appeal as the reviewer saw it.</param>
/// <param name="Stage">Where it goes.</param>
/// <param name="PublicNote">What the citizen is told at a counter; null for nothing.</param>
internal sealed record AdvanceOrder(
    OnceRequest Request, string AppealNumber, string Etag, AppealStage Stage, string? PublicNote);

/// <summary>What a request to decide an appeal asks, read and checked.</summary>
/// <param name="Request">The request that gave the order.</param>
/// <param name="AppealNumber">Number of the appeal.</param>
/// <param name="Etag">The appeal as the reviewer saw it.</param>
/// <param name="Decisions">What is decided, each fine once.</param>
/// <param name="PublicNote">What the citizen is told at a counter; null for nothing.</param>
internal sealed record DecisionOrder(
    OnceRequest Request,
    string AppealNumber,
    string Etag,
    IReadOnlyList<OrderDecision> Decisions,
    string? PublicNote);

/// <summary>What is decided about a fine.</summary>
internal sealed record OrderDecision(
    string FineNumber, AppealDecision Decision, Money? NewAmount, bool IsWronglyRecorded, string Reason);

/// <summary>Which open appeals are asked for.</summary>
internal sealed record QueueQuestion(AppealStage? Stage, bool OverdueOnly, int PageSize, QueuePageToken? After);
