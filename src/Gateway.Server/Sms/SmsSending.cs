namespace Gateway.Server.Sms;

/// <summary>What became of a message that was given to the network.</summary>
/// <param name="Outcome">Whether it was taken.</param>
/// <param name="ProviderId">The network's identifier of it, up to 100 ASCII characters; null where it gives none.</param>
/// <param name="Failure">Why it was not taken, up to 100 ASCII characters, nothing personal; null where it was.</param>
internal sealed record SmsSending(SmsSendingOutcome Outcome, string? ProviderId = null, string? Failure = null);

/// <summary>Whether a message was taken.</summary>
internal enum SmsSendingOutcome
{
    /// <summary>Taken; a delivery report may follow.</summary>
    Sent,

    /// <summary>Taken and delivered at once.</summary>
    Delivered,

    /// <summary>Not taken, or nobody knows: another try may help.</summary>
    TryAgain,

    /// <summary>Refused for good.</summary>
    Refused,
}
