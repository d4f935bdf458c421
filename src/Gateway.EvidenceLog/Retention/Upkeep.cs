namespace Gateway.EvidenceLog;

/// <summary>
/// When the sealing thread looks after its file: once a minute, and while there is something to remove in small steps
/// with answers in between. Used by one thread.
/// </summary>
internal sealed class Upkeep(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StepInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan IdleStepInterval = TimeSpan.FromMilliseconds(5);

    private bool _hasMore;
    private long? _lastRun;

    /// <summary>How long an idle log waits for answers before it looks after its file.</summary>
    internal TimeSpan Patience => _hasMore ? IdleStepInterval : Interval;

    /// <summary>Whether a busy log does it now, between two groups.</summary>
    internal bool IsDue =>
        _lastRun is not { } last || time.GetElapsedTime(last) >= (_hasMore ? StepInterval : Interval);

    /// <summary>Does one step.</summary>
    internal void Run(LogFile file)
    {
        _lastRun = time.GetTimestamp();
        _hasMore = file.RemoveExpired(time.GetUtcNow());
    }
}
