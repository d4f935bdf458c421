using Gateway.Data;

namespace Gateway.Server.Evidence;

/// <summary>
/// Tells the prosecution's database every few seconds how far the evidence log is, so that one that is rolled back,
/// exchanged or lost is found out at the next start.
/// </summary>
internal sealed partial class AnchorKeeper(
    LogAnchors anchors,
    EvidenceLog.EvidenceLog log,
    EvidenceOptions options,
    TimeProvider time,
    ILogger<AnchorKeeper> logger) : BackgroundService
{
    private long _told = -1;
    private bool _isBehind;
    private bool _isOvertaken;

    /// <summary>Tells the head where it moved.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var head = log.Head;
        if (head.Size == _told)
            return;
        try
        {
            var beyond = await anchors.RaiseAsync(head, cancellationToken);
            if (beyond is not null && !_isOvertaken)
                LogOvertaken(head.Origin, head.Size, beyond.Origin, beyond.Size);
            _isOvertaken = beyond is not null;
            _told = head.Size;
            _isBehind = false;
        }
#pragma warning disable CA1031 // A fault here must not stop the gateway, which is what an exception that leaves would do.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            // Told once, not at each try of an outage; it is what the probes tell too.
            if (!_isBehind)
                LogBehind(head.Origin, e is DatabaseUnavailableException ? "the database is away" : e.GetType().Name);
            _isBehind = true;
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TellAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TellAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(options.AnchorInterval, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "The database could not be told the head of evidence log {Origin}: {Cause}")]
    private partial void LogBehind(string origin, string cause);

    [LoggerMessage(4102, LogLevel.Error,
        "Evidence log {Origin} is of size {Size}, and the database knows {Other} of size {OtherSize}: "
        + "another process continues it or has replaced it")]
    private partial void LogOvertaken(string origin, long size, string other, long otherSize);
}
