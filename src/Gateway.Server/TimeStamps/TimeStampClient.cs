namespace Gateway.Server.TimeStamps;

/// <summary>
/// Asks the authorities in their order until one gives a time stamp that counts. What is wrong with each is logged and
/// counted. Thread-safe.
/// </summary>
internal sealed partial class TimeStampClient(
    TimeStampAuthorities authorities, TimeStampMetrics metrics, ILogger<TimeStampClient> logger)
{
    /// <summary>A time stamp over bytes; null where no authority gave one.</summary>
    public async Task<ObtainedStamp?> AskAsync(byte[] data, CancellationToken cancellationToken)
    {
        foreach (var authority in authorities.InOrder)
        {
            try
            {
                var obtained = await authority.AskAsync(data, cancellationToken);
                metrics.Asked(authority.Name, "Granted");
                return obtained;
            }
            catch (AuthorityException e)
            {
                metrics.Asked(authority.Name, e.Reason);
                LogFailed(authority.Name, e.Message);
            }
        }

        return null;
    }

    [LoggerMessage(4201, LogLevel.Warning, "Time-stamp authority {Authority} gave no time stamp: {Fault}")]
    private partial void LogFailed(string authority, string fault);
}
