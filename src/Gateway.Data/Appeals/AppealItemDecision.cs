using Gateway.Domain;

namespace Gateway.Data;

/// <summary>What is decided about a fine of an appeal.</summary>
/// <param name="FineId">Key of the fine.</param>
/// <param name="Decision">The decision.</param>
/// <param name="NewAmount">The fine as it is reduced, its fees apart; null where it is not.</param>
/// <param name="IsWronglyRecorded">Whether it had been wrongly recorded.</param>
/// <param name="Reason">Why.</param>
public sealed record AppealItemDecision(
    long FineId, AppealDecision Decision, Money? NewAmount, bool IsWronglyRecorded, string Reason);
