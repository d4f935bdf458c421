namespace Gateway.EvidenceLog;

/// <summary>The log can't be exported to a folder: what was exported there before is not its beginning.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="inner">The cause, if there is one.</param>
public sealed class TileExportException(string message, Exception? inner = null) : Exception(message, inner);
