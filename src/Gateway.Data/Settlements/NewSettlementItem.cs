using Gateway.Domain;

namespace Gateway.Data;

/// <summary>A fine in a settlement as it is recorded.</summary>
/// <param name="FineId">The fine's key.</param>
/// <param name="Amount">What was paid for it.</param>
public readonly record struct NewSettlementItem(long FineId, Money Amount);
