using System.Diagnostics.Metrics;

namespace Gateway.Server.TimeStamps;

/// <summary>
/// Counts what authorities answered, and measures how far the log is behind. Nothing is measured where no authority is
/// set. Thread-safe.
/// </summary>
internal sealed class TimeStampMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Gateway.TimeStamps";

    private readonly Meter _meter;
    private readonly Counter<long> _asked;

    /// <summary>Makes the meter.</summary>
    public TimeStampMetrics(IMeterFactory factory, TimeStampWatch watch)
    {
        _meter = factory.Create(MeterName);
        _asked = _meter.CreateCounter<long>(
            "gateway.time_stamps.asked", description: "Questions to time-stamp authorities, by authority and outcome.");
        Gauge(
            "gateway.time_stamps.age_seconds",
            "Seconds that the oldest answer is without a time stamp.",
            state => state.AgeOfOldestUnstamped.TotalSeconds);
        Gauge(
            "gateway.time_stamps.clock_difference_seconds",
            "Seconds that the authority's clock was ahead of the gateway's at the last time stamp.",
            state => state.ClockDifference.TotalSeconds);

        void Gauge(string name, string description, Func<TimeStampState, double> value) => _meter.CreateObservableGauge(
            name,
            () => watch.IsOn ? [new Measurement<double>(value(watch.State()))] : Array.Empty<Measurement<double>>(),
            description: description);
    }

    /// <summary>An authority was asked.</summary>
    public void Asked(string authority, string outcome) => _asked.Add(
        1,
        new KeyValuePair<string, object?>("authority", authority),
        new KeyValuePair<string, object?>("outcome", outcome));

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
