using Gateway.Data;

namespace Gateway.Server.Sms;

/// <summary>
/// Works the outbox off as long as the gateway runs: takes on what is due and sends it, many at once. A message that
/// takes long holds up none but itself.
/// </summary>
internal sealed partial class SmsDispatcher(
    SmsOutbox outbox,
    SmsSender sender,
    QuietHours quiet,
    SmsOptions options,
    TimeProvider time,
    ILogger<SmsDispatcher> logger) : BackgroundService
{
    private readonly List<Task> _underWay = [];
    private bool _isDatabaseAway;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var free = await WaitForRoomAsync(stoppingToken);
                if (await ClaimAsync(free, stoppingToken) < free)
                    await Task.Delay(options.PollInterval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // What was taken on is sent; a try has its own time limit.
        }

        await Task.WhenAll(_underWay);
    }

    // A quarter of the places, so that messages are taken on in lots also while others are slow.
    private async Task<int> WaitForRoomAsync(CancellationToken stoppingToken)
    {
        _underWay.RemoveAll(task => task.IsCompleted);
        while (_underWay.Count > options.Concurrency * 3 / 4)
        {
            await Task.WhenAny(_underWay).WaitAsync(stoppingToken);
            _underWay.RemoveAll(task => task.IsCompleted);
        }
        return options.Concurrency - _underWay.Count;
    }

    private async Task<int> ClaimAsync(int free, CancellationToken stoppingToken)
    {
        if (quiet.Contains(time.GetUtcNow()))
            return 0;

        try
        {
            var claimed = await outbox.ClaimAsync(free, stoppingToken);
            _underWay.AddRange(claimed.Select(sms => Task.Run(() => sender.SendAsync(sms), CancellationToken.None)));
            if (_isDatabaseAway)
                LogBack();
            _isDatabaseAway = false;
            return claimed.Count;
        }
        catch (Exception exception) when (exception is DatabaseUnavailableException or RowChangedException)
        {
            if (!_isDatabaseAway)
                LogAway();
            _isDatabaseAway = true;
            return 0;
        }
#pragma warning disable CA1031 // A fault here must not stop the gateway, which is what an exception that leaves would do.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFault(exception.GetType().Name);
            return 0;
        }
    }

    [LoggerMessage(6004, LogLevel.Warning, "No SMS is sent: the prosecution's database does not answer")]
    private partial void LogAway();

    [LoggerMessage(6006, LogLevel.Error, "SMS that are due cannot be taken on, by a fault: {Fault}")]
    private partial void LogFault(string fault);

    [LoggerMessage(6005, LogLevel.Information, "SMS are sent again")]
    private partial void LogBack();
}
