namespace Gateway.Data;

/// <summary>A settlement as it stands in the database.</summary>
/// <param name="Id">Key in the database.</param>
/// <param name="Details">What was recorded.</param>
public sealed record SettlementRecord(long Id, NewSettlement Details);
