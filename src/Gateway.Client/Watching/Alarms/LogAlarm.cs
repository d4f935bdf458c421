using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>Two signed heads that contradict each other.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Problem">What is wrong, one sentence.</param>
/// <param name="Known">The head that was there first: seen by the monitor, or received by somebody.</param>
/// <param name="Source">Where that one is from.</param>
/// <param name="Shown">The head that the gateway shows now.</param>
/// <param name="Proof">The consistency proof that does not lead from one to the other; null where none came.</param>
public sealed record LogAlarm(
    LogAlarmKind Kind,
    string Problem,
    SignedHead Known,
    string Source,
    SignedHead Shown,
    IReadOnlyList<byte[]>? Proof = null)
{
    /// <summary>The problem and both heads.</summary>
    public string Message => $"{Problem} Known ({Source}): {Known}. Shown now: {Shown}.";
}
