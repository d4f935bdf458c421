using Gateway.EvidenceLog;
using Gateway.Server.Evidence;

namespace Gateway.Server.TimeStamps;

/// <summary>
/// Has the newest batch of the evidence log time-stamped, at most once in an interval and only where the log grew, and
/// tells when the time of answers is no longer proven.
/// </summary>
internal sealed partial class TimeStampKeeper(
    EvidenceLog.EvidenceLog log,
    TimeStampClient client,
    TimeStampWatch watch,
    EvidenceOptions options,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<TimeStampKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset? _next;
    private TimeGrade _told;

    /// <summary>Looks once, and asks the authorities where it is time.</summary>
    public async Task StampAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (log.NewestBatch is { } batch && batch.Size != log.Stamps.Last?.BatchSize && IsTime())
                await StampAsync(batch, cancellationToken);
            TellGrade();
        }
        catch (EvidenceUnavailableException)
        {
            // The log itself tells the cause, once an outage.
        }
#pragma warning disable CA1031 // A fault here must not stop the gateway: an exception that leaves would do that.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(e.GetType().Name);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!watch.IsOn)
        {
            if (environment.IsProduction())
                LogOff();
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await StampAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task StampAsync(LoggedBatch batch, CancellationToken cancellationToken)
    {
        _next = time.GetUtcNow() + options.TimeStampInterval;
        if (await client.AskAsync(batch.Signature, cancellationToken) is { } obtained)
            await log.KeepStampAsync(new BatchStamp(batch.Size, obtained.Stamp, obtained.ClockDifference));
    }

    // Also over a restart. A clock that was put back must not make the interval longer.
    private bool IsTime()
    {
        var now = time.GetUtcNow();
        _next ??= (log.Stamps.Last?.Time ?? DateTimeOffset.MinValue) + options.TimeStampInterval;
        if (_next - now > options.TimeStampInterval)
            _next = now + options.TimeStampInterval;
        return now >= _next;
    }

    private void TellGrade()
    {
        var state = watch.State();
        if (state.Grade == _told)
            return;
        if (state.Grade == TimeGrade.NotProven)
            LogNotProven(TimeStampWatch.Describe(state));
        else if (state.Grade == TimeGrade.Degraded)
            LogDegraded(TimeStampWatch.Describe(state));
        else
            LogProven(TimeStampWatch.Describe(state));
        _told = state.Grade;
    }

    [LoggerMessage(4202, LogLevel.Information, "The time of answers is proven again: {State}")]
    private partial void LogProven(string state);

    [LoggerMessage(4203, LogLevel.Warning, "The time of answers is proven poorly: {State}")]
    private partial void LogDegraded(string state);

    [LoggerMessage(4204, LogLevel.Error, "The time of answers is not proven; no money is taken or paid out: {State}")]
    private partial void LogNotProven(string state);

    [LoggerMessage(4205, LogLevel.Warning,
        "No time-stamp authority is set: answers count only while the signing certificate is valid")]
    private partial void LogOff();

    [LoggerMessage(4206, LogLevel.Error, "Answers could not be time-stamped, by a fault: {Fault}")]
    private partial void LogFault(string fault);
}
