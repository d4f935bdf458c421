namespace Gateway.Server.Pki;

/// <summary>
/// Puts certificates and keys in force when their files change: where the system tells of it at once, else when they
/// are next read. What cannot be used is refused and told once, and what was in force stays.
/// </summary>
internal sealed partial class PkiRotation(
    PkiSource source,
    PkiInForce inForce,
    PkiOptions options,
    PkiMetrics metrics,
    TimeProvider time,
    ILogger<PkiRotation> logger) : BackgroundService
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>Looks at all files once.</summary>
    /// <returns>True where something is about to change, so that it is worth looking again soon.</returns>
    public bool Look()
    {
        lock (_turn)
        {
            if (source.Look() is { } change)
            {
                inForce.Replace(change.Pki);
                foreach (var part in change.Parts)
                {
                    metrics.Rotated(part);
                    LogReplaced(part);
                }
            }

            Tell();
            return source.IsDue;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var folders = new FolderSignal(
            [options.Directory, Path.GetDirectoryName(Path.GetFullPath(options.AccessPolicy))!]);
        var rest = new RotationTiming(options.PollInterval, options.SettleTime).Rest;
        var isSoon = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (isSoon)
                await Task.Delay(rest, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            else
                await folders.WaitAsync(options.PollInterval, time, stoppingToken);
            if (!stoppingToken.IsCancellationRequested)
                isSoon = TryLook();
        }
    }

    private bool TryLook()
    {
        try
        {
            return Look();
        }
#pragma warning disable CA1031 // A fault here must not stop the gateway: an exception that leaves would do that.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFault(e);
            return false;
        }
    }

    private void Tell()
    {
        foreach (var state in source.States)
        {
            var wasTold = _told.TryGetValue(state.Part, out var told);
            if (state.Kind == PartStateKind.Refused && told != state.Detail)
            {
                _told[state.Part] = state.Detail;
                LogRefused(state.Part, state.Detail);
            }
            else if (state.Kind == PartStateKind.InForce && wasTold)
            {
                _told.Remove(state.Part);
                LogMended(state.Part);
            }
        }
    }

    [LoggerMessage(5101, LogLevel.Information, "From now on the changed {Part} is in force")]
    private partial void LogReplaced(string part);

    [LoggerMessage(5102, LogLevel.Error, "The changed {Part} is refused, what was in force stays: {Fault}")]
    private partial void LogRefused(string part, string fault);

    [LoggerMessage(5103, LogLevel.Information, "The files of the {Part} are in order again")]
    private partial void LogMended(string part);

    [LoggerMessage(5104, LogLevel.Error, "Changed certificates and keys could not be looked at, by a fault")]
    private partial void LogFault(Exception fault);
}
