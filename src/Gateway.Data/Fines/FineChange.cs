using Gateway.Domain;

namespace Gateway.Data;

/// <summary>What becomes of a fine.</summary>
/// <param name="Fine">The fine as it was read.</param>
/// <param name="Status">Its state from now on.</param>
/// <param name="Amount">The fine from now on, its fees apart.</param>
public sealed record FineChange(FineRecord Fine, FineStatus Status, Money Amount);
