namespace Gateway.EvidenceLog;

/// <summary>As many answers wait to be sealed as may; this one was not taken.</summary>
/// <param name="capacity">How many may wait.</param>
public sealed class EvidenceQueueFullException(int capacity)
    : Exception($"{capacity} answers wait to be sealed, and no more may.");
