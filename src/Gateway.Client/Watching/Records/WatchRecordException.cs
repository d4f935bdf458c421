namespace Gateway.Client.Watching;

/// <summary>A monitor's record is missing, damaged or in use; it is never begun anew by itself.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="isDamaged">Whether it is there, and not as it has to be.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class WatchRecordException(string message, bool isDamaged, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Whether the record is there, and not as it has to be.</summary>
    public bool IsDamaged { get; } = isDamaged;
}
