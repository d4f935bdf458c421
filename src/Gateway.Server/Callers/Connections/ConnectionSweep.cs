using Gateway.Server.Pki;

namespace Gateway.Server.Callers;

/// <summary>
/// Takes open connections from callers that may call no more: calls under way get a moment to end, then their connection
/// is ended. One without a call stays for a while, so that the next call is told why it is refused.
/// </summary>
internal sealed partial class ConnectionSweep(
    CallerConnections connections,
    CallerDirectory callers,
    PkiInForce pki,
    PkiMetrics metrics,
    TimeProvider time,
    ILogger<ConnectionSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan CallTime = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(1);

    private readonly Lock _turn = new();

    /// <summary>Looks at all connections once.</summary>
    public void Sweep()
    {
        lock (_turn)
        {
            foreach (var connection in connections.Open)
            {
                if (connection.IsEnded || !IsLost(connection))
                    continue;
                var since = connection.LostTimestamp ??= time.GetTimestamp();
                if (time.GetElapsedTime(since) >= (connection.CallsUnderWay > 0 ? CallTime : IdleTime))
                    End(connection);
            }
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        pki.Replaced += TrySweep;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                TrySweep();
                await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            pki.Replaced -= TrySweep;
        }
    }

    // A caller whose authority's list is outdated comes back with the next list: it is refused, call by call, and stays.
    private bool IsLost(CallerConnection connection)
    {
        var standing = callers.Identify(connection.Certificate).StandingAt(time.GetUtcNow());
        var isLost = standing is CallerStanding.Denied or CallerStanding.Revoked or CallerStanding.AuthorityLeft
            or CallerStanding.Expired || (standing == CallerStanding.Unknown && connection.WasGood);
        if (!isLost)
            connection.LostTimestamp = null;
        connection.WasGood |= standing == CallerStanding.Good;
        return isLost;
    }

    private void End(CallerConnection connection)
    {
        var identity = callers.Identify(connection.Certificate);
        connection.IsEnded = true;
        connection.Abort();
        var standing = identity.StandingAt(time.GetUtcNow());
        metrics.Ended(standing.ToString());
        LogEnded(identity.Id?.Value ?? "no known name", identity.CertificateSha256, standing);
    }

    private void TrySweep()
    {
        try
        {
            Sweep();
        }
#pragma warning disable CA1031 // A fault here must stop neither the gateway nor a rotation.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(e);
        }
    }

    [LoggerMessage(5201, LogLevel.Information,
        "A connection of {Caller}, certificate {CertificateSha256}, was ended: {Standing}")]
    private partial void LogEnded(string caller, string certificateSha256, CallerStanding standing);

    [LoggerMessage(5202, LogLevel.Error, "Open connections could not be looked at, by a fault")]
    private partial void LogFault(Exception fault);
}
