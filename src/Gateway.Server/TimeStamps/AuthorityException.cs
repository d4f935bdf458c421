namespace Gateway.Server.TimeStamps;

/// <summary>A time-stamp authority gave no time stamp that counts.</summary>
/// <param name="reason">One word of a closed set, for metrics: <c>Unreachable</c>, <c>Timeout</c>, <c>HttpStatus</c>,
/// <c>ContentType</c>, <c>TooLarge</c>, or the name of the check of the time stamp that failed.</param>
/// <param name="message">What is wrong, without anything that the authority itself said.</param>
/// <param name="inner">The cause, if there is one.</param>
internal sealed class AuthorityException(string reason, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The reason.</summary>
    public string Reason { get; } = reason;
}
