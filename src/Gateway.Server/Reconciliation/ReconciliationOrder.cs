namespace Gateway.Server.Reconciliation;

/// <summary>What is reconciled.</summary>
/// <param name="RequestId">The caller's request id.</param>
/// <param name="BusinessDate">The day in Cairo.</param>
/// <param name="Close">Whether to close it where both sides agree.</param>
/// <param name="ForceReason">Why to close it even where they do not; null where that is not asked.</param>
internal sealed record ReconciliationOrder(string RequestId, DateOnly BusinessDate, bool Close, string? ForceReason);
