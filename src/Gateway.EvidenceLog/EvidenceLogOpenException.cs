namespace Gateway.EvidenceLog;

/// <summary>The log can't be opened: another process has it, it is not the one that is known, or it contradicts
/// itself.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">The cause, if there is one.</param>
/// <param name="fault">What kind of fault it is.</param>
public sealed class EvidenceLogOpenException(
    string message, Exception? inner = null, LogFault fault = LogFault.Unusable) : Exception(message, inner)
{
    /// <summary>What kind of fault it is.</summary>
    public LogFault Fault { get; } = fault;
}
