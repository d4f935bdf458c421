using System.Globalization;
using Gateway.Contracts.V1;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>Whether a log came after another, by what the gateway lists.</summary>
internal static class SuccessionCheck
{
    /// <summary>Looks for the way from the log of a head to another log.</summary>
    /// <param name="logs">The logs that the gateway lists.</param>
    /// <param name="last">The last head that was seen of the log before.</param>
    /// <param name="origin">The log that the gateway has now.</param>
    /// <returns>What is wrong, one sentence; null where the list names this head of the log before, or a later one, and
    /// leads to the log.</returns>
    public static string? ProblemOf(IReadOnlyCollection<EvidenceLogHead> logs, Checkpoint last, string origin)
    {
        var listed = logs.ToLookup(log => log.Origin);
        if (listed[last.Origin].ToList() is not [var named])
            return $"The gateway shows another log, and does not list {last.Origin}.";
        if (named.Size < last.Size || (named.Size == last.Size && !named.Root.Span.SequenceEqual(last.Root)))
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The gateway shows another log, which names another last head of {last.Origin}: size {named.Size}, "
                + $"root {Convert.ToHexStringLower(named.Root.Span)}.");
        }

        var at = last.Origin;
        for (var step = 0; step < logs.Count; step++)
        {
            if (listed[at].ToList() is not [{ Successor.Length: > 0 } log])
                break;
            at = log.Successor;
            if (at == origin)
                return null;
        }

        return $"The gateway shows another log, which it does not list as the one after {last.Origin}.";
    }
}
