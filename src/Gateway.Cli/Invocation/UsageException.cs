namespace Gateway.Cli.Invocation;

/// <summary>
/// What was asked for cannot be done as it was asked; the message tells what to do instead. Nothing was sent.
/// </summary>
internal sealed class UsageException(string message) : Exception(message);
