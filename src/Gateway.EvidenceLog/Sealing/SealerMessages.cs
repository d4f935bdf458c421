using Microsoft.Extensions.Logging;

namespace Gateway.EvidenceLog;

/// <summary>What the sealer tells operations.</summary>
internal static partial class SealerMessages
{
    [LoggerMessage(4001, LogLevel.Information, "Evidence log {Origin} opened at size {Size}")]
    internal static partial void Opened(this ILogger logger, string origin, long size);

    [LoggerMessage(4002, LogLevel.Error, "Evidence log {Origin} can't be written; answers are refused until it can")]
    internal static partial void SealingFailed(this ILogger logger, Exception cause, string origin);

    [LoggerMessage(4003, LogLevel.Information, "Evidence log {Origin} is written again, at size {Size}")]
    internal static partial void SealingRecovered(this ILogger logger, string origin, long size);
}
