using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>Compares a file that was opened with what is known of the log elsewhere, and with itself.</summary>
internal static class LogGuard
{
    /// <exception cref="EvidenceLogOpenException">It is not to be continued.</exception>
    internal static void Check(LogFile file, EvidenceLogOptions options)
    {
        if (options.Anchor is { } anchor)
            CheckHead(file, anchor, options.AcceptedLoss);
        CheckContents(file, options.EntriesCheckedAtStart);
    }

    private static void CheckHead(LogFile file, LogHead anchor, string acceptedLoss)
    {
        // A log that was begun in the place of the known one, by a start that did not come to tell it.
        if (acceptedLoss == anchor.Origin && file.Predecessor?.Head == anchor)
            return;
        var own = $"The evidence log is {file.Origin} of size {file.Edge.Size}";
        if (file.Origin != anchor.Origin)
            throw Refused(LogFault.AnotherLog, $"{own}, and {anchor} is known: another log.");
        if (file.Edge.Size < anchor.Size)
            throw Refused(LogFault.OlderCopy, $"{own}, and {anchor} is known: an older copy.");
        if (!RootAt(file, anchor.Size).AsSpan().SequenceEqual(anchor.Root))
            throw Refused(LogFault.Fork, $"{own}, and {anchor} is known: a fork, which has another root at that size.");
    }

    // A known head is one that was signed, so it is that of a batch.
    private static byte[]? RootAt(LogFile file, long size)
    {
        if (size == 0)
            return new TreeEdge().Root();
        var text = file.Ask(connection =>
            connection.Bytes("SELECT text FROM batch WHERE size = $size", ("$size", size)));
        try
        {
            return text is null ? null : Batch.Parse(text).Root;
        }
        catch (EvidenceException)
        {
            return null;
        }
    }

    private static void CheckContents(LogFile file, long most)
    {
        var findings = new LogFindings(1);
        file.Ask(connection =>
        {
            var from = file.Edge.Size <= most
                ? 0
                : (long)connection.Scalar(
                    "SELECT COALESCE(MAX(size), 0) FROM batch WHERE size <= $size", ("$size", file.Edge.Size - most))!;
            var walk = new LogWalk(connection, findings, [new StatementCheck(file.Origin, file.Predecessor, findings)]);
            walk.Run(file.Origin, from, file.Edge.Size, progress: null, CancellationToken.None);
            return 0;
        });
        if (findings.Count > 0)
        {
            throw Refused(
                LogFault.Damaged,
                $"The evidence log contradicts itself in {findings.Count} places, first: {findings.Kept[0].Text}.");
        }
    }

    private static EvidenceLogOpenException Refused(LogFault fault, string message) => new(message, fault: fault);
}
