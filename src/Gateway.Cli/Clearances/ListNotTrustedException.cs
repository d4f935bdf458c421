namespace Gateway.Cli.Clearances;

/// <summary>A trust list or revocation list must not be used; the message says why.</summary>
internal sealed class ListNotTrustedException(string message) : Exception(message);
