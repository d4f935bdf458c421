using System.Diagnostics.Metrics;

namespace Gateway.Server.Sms;

/// <summary>Counts tries to send. Thread-safe.</summary>
internal sealed class SmsMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Gateway.Sms";

    private readonly Meter _meter;
    private readonly Counter<long> _tries;

    /// <summary>Makes the meter.</summary>
    public SmsMetrics(IMeterFactory factory)
    {
        _meter = factory.Create(MeterName);
        _tries = _meter.CreateCounter<long>("gateway.sms.tries", description: "Tries to send an SMS, by outcome.");
    }

    /// <summary>A try ended.</summary>
    public void Tried(SmsSendingOutcome outcome) =>
        _tries.Add(1, new KeyValuePair<string, object?>("outcome", outcome.ToString()));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
