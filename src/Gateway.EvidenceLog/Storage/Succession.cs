using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>That a log was begun because another was lost.</summary>
/// <param name="Head">The last head that was known of the one that was lost.</param>
/// <param name="BeginTime">When the new one was begun, to the millisecond.</param>
internal sealed record Succession(LogHead Head, DateTimeOffset BeginTime)
{
    /// <summary>The first statement of the new log.</summary>
    internal SuccessionStatement Statement(string origin) => new()
    {
        Gateway = origin,
        Predecessor = Head.Origin,
        PredecessorSize = Head.Size,
        PredecessorRoot = Convert.ToHexStringLower(Head.Root),
        BeginTime = BeginTime,
    };
}
