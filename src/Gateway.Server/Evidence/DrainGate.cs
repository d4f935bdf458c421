namespace Gateway.Server.Evidence;

/// <summary>
/// Counts calls from their first byte to the end of their answer, sealing included, so that the evidence log is not closed
/// under one of them. Thread-safe.
/// </summary>
internal sealed class DrainGate(TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private int _calls;

    /// <summary>A call begins.</summary>
    public void Enter() => Interlocked.Increment(ref _calls);

    /// <summary>Its answer has ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _calls);

    /// <summary>Waits until no call is under way.</summary>
    /// <returns>False where one still is after <paramref name="patience"/>.</returns>
    public async Task<bool> WhenEmptyAsync(TimeSpan patience)
    {
        var start = time.GetTimestamp();
        while (Volatile.Read(ref _calls) > 0)
        {
            if (time.GetElapsedTime(start) > patience)
                return false;
            await Task.Delay(Step, time);
        }

        return true;
    }
}
