using System.Diagnostics.Metrics;
using Gateway.Data;

namespace Gateway.Server.Operations;

/// <summary>
/// What waits to be done, as gauges of the meter <c>Gateway.Appeals</c>: appeals that are open and overdue, SMS that
/// wait or failed. Read from the database every half minute, and told in the log when there is more of what should not
/// be.
/// </summary>
internal sealed partial class OutstandingWork : BackgroundService
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Gateway.Appeals";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly IProsecutionDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<OutstandingWork> _logger;
    private readonly Meter _meter;
    private volatile Reading? _last;

    /// <summary>Makes the gauges.</summary>
    public OutstandingWork(
        IProsecutionDatabase database, IMeterFactory meters, TimeProvider time, ILogger<OutstandingWork> logger)
    {
        _database = database;
        _time = time;
        _logger = logger;
        _meter = meters.Create(MeterName);
        Gauge("gateway.appeals.open", "Appeals that are not decided.", reading => reading.Appeals.OpenCount);
        Gauge("gateway.appeals.overdue", "Open appeals past their due time.", reading => reading.Appeals.OverdueCount);
        Gauge("gateway.sms.queued", "SMS that wait to be sent.", reading => reading.Sms.Queued);
        Gauge("gateway.sms.failed", "SMS that failed.", reading => reading.Sms.Failed);
        Gauge("gateway.sms.oldest_due_seconds", "Seconds that the oldest SMS is due.", reading => reading.OldestSeconds);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    /// <summary>Reads once.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = _time.GetUtcNow();
            var reading = await _database.ReadAsync(
                async session => new Reading(
                    await new AppealListStore(session).TotalsAsync(now, cancellationToken),
                    await new SmsStore(session).TotalsAsync(cancellationToken),
                    now),
                cancellationToken);
            var before = _last;
            _last = reading;
            if (reading.Appeals.OverdueCount > (before?.Appeals.OverdueCount ?? 0))
                LogOverdue(reading.Appeals.OverdueCount);
            if (reading.Sms.Failed > (before?.Sms.Failed ?? 0))
                LogFailed(reading.Sms.Failed);
        }
        catch (DatabaseUnavailableException)
        {
            // The probes tell that. A gauge without a reading is absent.
            _last = null;
        }
#pragma warning disable CA1031 // A fault here must not stop the gateway, which is what an exception that leaves would do.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(exception.GetType().Name);
            _last = null;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ReadAsync(stoppingToken);
            await Task.Delay(Interval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Gauge(string name, string description, Func<Reading, long> value) => _meter.CreateObservableGauge(
        name,
        () => _last is { } reading ? [new Measurement<long>(value(reading))] : Array.Empty<Measurement<long>>(),
        description: description);

    [LoggerMessage(6101, LogLevel.Warning, "{Count} appeals are past their due time")]
    private partial void LogOverdue(long count);

    [LoggerMessage(6103, LogLevel.Error, "What waits to be done cannot be read, by a fault: {Fault}")]
    private partial void LogFault(string fault);

    [LoggerMessage(6102, LogLevel.Warning, "{Count} SMS have failed; trafficgw sms failed lists them")]
    private partial void LogFailed(long count);

    private sealed record Reading(AppealTotals Appeals, SmsTotals Sms, DateTimeOffset Now)
    {
        public long OldestSeconds =>
            Sms.OldestDueTime is { } due && due < Now ? (long)(Now - due).TotalSeconds : 0;
    }
}
