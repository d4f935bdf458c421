namespace Gateway.EvidenceLog;

/// <summary>An answer could not be sealed, or it is not known whether it was. It must not leave.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class EvidenceUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
