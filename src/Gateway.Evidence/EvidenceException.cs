namespace Gateway.Evidence;

/// <summary>Evidence, or something that was to become evidence, is not as it has to be.</summary>
/// <param name="check">The check that failed.</param>
/// <param name="message">What is wrong, without personal data.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class EvidenceException(EvidenceCheck check, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The check that failed.</summary>
    public EvidenceCheck Check { get; } = check;
}
