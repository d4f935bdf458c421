using Gateway.Domain;

namespace Gateway.Data;

/// <summary>What stands against a subject.</summary>
/// <param name="OutstandingCount">Fines to be paid.</param>
/// <param name="OutstandingTotal">Their amounts and fees.</param>
/// <param name="UnderAppealCount">Fines under appeal.</param>
/// <param name="UnderAppealTotal">Their amounts and fees.</param>
public sealed record FineTotals(
    int OutstandingCount, Money OutstandingTotal, int UnderAppealCount, Money UnderAppealTotal);
