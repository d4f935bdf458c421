namespace Gateway.Server.Sms;

/// <summary>A way to the mobile networks. Thread-safe.</summary>
internal interface ISmsProvider
{
    /// <summary>Its name in settings and logs.</summary>
    string Name { get; }

    /// <summary>
    /// Gives a message to the network. Returns for every answer of the network, a refusal among them, and for a network
    /// that does not answer; throws only where <paramref name="cancellationToken"/> is cancelled.
    /// </summary>
    Task<SmsSending> SendAsync(SmsMessageOut message, CancellationToken cancellationToken);
}
