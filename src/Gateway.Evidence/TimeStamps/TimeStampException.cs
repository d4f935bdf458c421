namespace Gateway.Evidence;

/// <summary>A time stamp is not as it has to be.</summary>
/// <param name="check">The check that failed.</param>
/// <param name="message">What is wrong, without personal data.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class TimeStampException(TimeStampCheck check, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The check that failed.</summary>
    public TimeStampCheck Check { get; } = check;
}
