namespace Gateway.Client;

/// <summary>
/// How calls are sent again. Every method of the contract may be: a retry with the same <c>request_id</c> gets the one
/// answer. Before attempt n + 1 the wait is drawn evenly from zero up to a bound (full jitter): the bound is
/// <see cref="InitialBackoff"/> after the first attempt and grows by <see cref="BackoffMultiplier"/> up to
/// <see cref="MaxBackoff"/>.
/// </summary>
/// <remarks>
/// gRPC itself repeats any call that ends with UNAVAILABLE, within that call's one deadline and without reading
/// <c>RetryInfo</c>; a stream whose messages are more than 1 MiB in all is sent once. <see cref="GatewayClient"/>'s
/// settling and abandoning repeat calls themselves, on more codes and with a deadline for each attempt.
/// </remarks>
public sealed class RetryOptions
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>How often a call is sent at most, the first time included: 1 to 5. Default 5.</summary>
    public int Attempts { get; set; } = MostAttempts;

    /// <summary>Bound of the wait before the second attempt. Default 250 ms.</summary>
    public TimeSpan InitialBackoff { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>What the bound never grows above, at most 1 h. Default 5 s.</summary>
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>By what the bound grows from attempt to attempt, 1 to 10. Default 2.</summary>
    public double BackoffMultiplier { get; set; } = 2;

    /// <summary>Deadline of each attempt to settle or to abandon, without the waits. Default 10 s.</summary>
    public TimeSpan AttemptDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Settling and abandoning wait at least as long as the gateway's <c>RetryInfo</c> asks, but for no more than this,
    /// at most 1 h. Default 30 s.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    internal IEnumerable<string> Faults(string name)
    {
        if (Attempts is < 1 or > MostAttempts)
            yield return $"{name}.{nameof(Attempts)} must be from 1 to {MostAttempts}.";
        // gRPC counts in milliseconds.
        if (InitialBackoff < TimeSpan.FromMilliseconds(1))
            yield return $"{name}.{nameof(InitialBackoff)} must be at least 1 ms.";
        if (MaxBackoff < InitialBackoff || MaxBackoff > LongestWait)
            yield return $"{name}.{nameof(MaxBackoff)} must be from {nameof(InitialBackoff)} to 1 h.";
        if (BackoffMultiplier is not (>= 1 and <= 10))
            yield return $"{name}.{nameof(BackoffMultiplier)} must be from 1 to 10.";
        if (AttemptDeadline <= TimeSpan.Zero)
            yield return $"{name}.{nameof(AttemptDeadline)} must be positive.";
        if (MaxRetryDelay < TimeSpan.Zero || MaxRetryDelay > LongestWait)
            yield return $"{name}.{nameof(MaxRetryDelay)} must be from 0 to 1 h.";
    }
}
