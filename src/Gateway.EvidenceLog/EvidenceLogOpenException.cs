namespace Gateway.EvidenceLog;

/// <summary>The log can't be opened: another process has it, it is another gateway's, or it contradicts
/// itself.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class EvidenceLogOpenException(string message, Exception? inner = null) : Exception(message, inner);
