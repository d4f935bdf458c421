using Gateway.Server.Callers;

namespace Gateway.Server.Pki;

/// <summary>Tells in the log, once each, what ends soon or has ended, and what was left out of what was read.</summary>
internal sealed partial class PkiAlarms(
    PkiInForce inForce, PkiStatusReader status, TimeProvider time, ILogger<PkiAlarms> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private Dictionary<(PkiItemKind, string, string), PkiItemState> _told = [];
    private WeakReference<CallerTrust>? _noted;

    /// <summary>Looks once.</summary>
    public void Look()
    {
        var callers = inForce.Callers;
        if (_noted is null || !_noted.TryGetTarget(out var noted) || !ReferenceEquals(noted, callers))
        {
            _noted = new WeakReference<CallerTrust>(callers);
            foreach (var note in callers.Notes)
                LogNote(note);
        }

        var states = new Dictionary<(PkiItemKind, string, string), PkiItemState>();
        foreach (var item in status.Read().Items)
        {
            var key = (item.Kind, item.Name, item.Sha256);
            states[key] = item.State;
            var before = _told.GetValueOrDefault(key, PkiItemState.Good);
            if (item.State > PkiItemState.Announced && item.State != before)
                LogTrouble(PkiStatus.Describe(item));
        }

        _told = states;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Look();
            }
#pragma warning disable CA1031 // A fault here must not stop the gateway: an exception that leaves would do that.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogFault(e);
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(5121, LogLevel.Warning, "A certificate or list needs a newer one: {Item}")]
    private partial void LogTrouble(string item);

    [LoggerMessage(5122, LogLevel.Information, "What came into force has something that is not used: {Note}")]
    private partial void LogNote(string note);

    [LoggerMessage(5123, LogLevel.Error, "Certificates could not be looked at, by a fault")]
    private partial void LogFault(Exception fault);
}
