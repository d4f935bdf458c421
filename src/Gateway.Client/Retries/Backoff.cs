namespace Gateway.Client.Retries;

/// <summary>The waits between the attempts of one call. Not thread-safe.</summary>
/// <param name="options">The bounds.</param>
/// <param name="random">Draws evenly from 0 to below 1.</param>
internal sealed class Backoff(RetryOptions options, Func<double> random)
{
    private TimeSpan _bound = options.InitialBackoff;

    /// <summary>The wait before the next attempt.</summary>
    /// <param name="asked">What the gateway asked for, if it did. The draw comes on top of it: those who were all told
    /// the same are not to come back all at once.</param>
    public TimeSpan Next(TimeSpan? asked)
    {
        var drawn = random() * _bound;
        _bound = Lesser(_bound * options.BackoffMultiplier, options.MaxBackoff);
        return asked > TimeSpan.Zero ? Lesser(asked.Value, options.MaxRetryDelay) + drawn : drawn;
    }

    private static TimeSpan Lesser(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
