using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Walks a log: recomputes the tree from its entries and compares every batch with it, and shows entries and batches to
/// further checks. Reads in short steps, so that whoever fills the log is not held up. Used by one thread.
/// </summary>
internal sealed class LogWalk(SqliteConnection connection, LogFindings findings, IReadOnlyList<ILogCheck> checks)
{
    private const int BatchesAStep = 256;

    private TreeEdge? _tree;
    private bool _isRootLost;

    /// <summary>Walks from the end of one batch to that of another.</summary>
    /// <returns>The tree at the end; null where the walk did not begin at 0.</returns>
    internal TreeEdge? Run(string origin, long from, long end, IProgress<long>? progress, CancellationToken stop)
    {
        _tree = from == 0 ? new TreeEdge() : null;
        for (var at = from; at < end;)
        {
            stop.ThrowIfCancellationRequested();
            at = Step(origin, at, end);
            progress?.Report(at);
        }

        return _tree;
    }

    private long Step(string origin, long at, long end)
    {
        var batches = connection.Rows(
            "SELECT size, text, signature FROM batch WHERE size > $at AND size <= $end ORDER BY size LIMIT $most",
            LogRows.Batch,
            ("$at", at), ("$end", end), ("$most", BatchesAStep)).ToList();
        var last = batches.Count > 0 ? batches[^1].Size : end;
        using var entries = connection.Rows(
            "SELECT position, digest, call_id, statement FROM entry WHERE position >= $at AND position < $last "
            + "ORDER BY position",
            LogRows.Entry,
            ("$at", at), ("$last", last)).GetEnumerator();
        var cursor = new EntryCursor(entries);
        foreach (var batch in batches)
            at = Walk(origin, at, batch, cursor);
        if (batches.Count > 0)
            return at;

        findings.Add(LogFindingKind.BatchOrder, at, $"the entries {at} to {end - 1} are in no batch");
        WalkEntries(at, end, [], cursor);
        return end;
    }

    private long Walk(string origin, long at, LoggedBatch logged, EntryCursor entries)
    {
        var batch = Read(origin, at, logged);
        if (batch is not null && logged.Size - batch.Entries.Count != at)
        {
            findings.Add(
                LogFindingKind.BatchOrder, at,
                $"the batch of size {logged.Size} has {batch.Entries.Count} entries, and the one before ends at {at}");
        }

        WalkEntries(at, logged.Size, batch?.Entries ?? [], entries);
        if (batch is not null && _tree is not null)
            CompareRoot(at, batch);
        foreach (var check in checks)
            check.Batch(new WalkedBatch(at, logged, batch, _tree));
        return logged.Size;
    }

    private Batch? Read(string origin, long at, LoggedBatch logged)
    {
        try
        {
            var batch = Batch.Parse(logged.Text);
            if (batch.Origin != origin || batch.Size != logged.Size)
            {
                findings.Add(
                    LogFindingKind.Batch, at,
                    $"the batch of size {logged.Size} says that it is of {batch.Origin}, size {batch.Size}");
            }

            return batch;
        }
        catch (EvidenceException)
        {
            findings.Add(LogFindingKind.Batch, at, $"the batch of size {logged.Size} can't be read");
            return null;
        }
    }

    // The tree takes what the batch signs, so that one changed entry does not make all later roots wrong.
    private void WalkEntries(long at, long end, IReadOnlyList<byte[]> lines, EntryCursor entries)
    {
        for (var position = at; position < end; position++)
        {
            var fromEnd = end - position;
            var line = fromEnd <= lines.Count ? lines[^(int)fromEnd] : null;
            var entry = entries.At(position);
            if (entry is null)
            {
                findings.Add(LogFindingKind.EntryMissing, position, $"there is no entry at {position}");
            }
            else
            {
                if (line is not null && !entry.Digest.AsSpan().SequenceEqual(line))
                {
                    findings.Add(
                        LogFindingKind.Entry, position, $"the entry at {position} is another than its batch signs");
                }

                foreach (var check in checks)
                    check.Entry(entry);
            }

            _tree?.Append(line ?? entry?.Digest ?? []);
        }
    }

    // Where the root was lost for good, each later batch would only say it again.
    private void CompareRoot(long at, Batch batch)
    {
        var isEqual = batch.Root.AsSpan().SequenceEqual(_tree!.Root());
        if (!isEqual && !_isRootLost)
        {
            findings.Add(
                LogFindingKind.Root, at, $"the batch of size {batch.Size} has another root than the entries give");
        }

        _isRootLost = !isEqual;
    }

    /// <summary>Takes entries in order and tells where one is missing.</summary>
    private sealed class EntryCursor(IEnumerator<LoggedEntry> entries)
    {
        private LoggedEntry? _next = Next(entries);

        internal LoggedEntry? At(long position)
        {
            while (_next is not null && _next.Position < position)
                _next = Next(entries);
            return _next?.Position == position ? _next : null;
        }

        private static LoggedEntry? Next(IEnumerator<LoggedEntry> entries) =>
            entries.MoveNext() ? entries.Current : null;
    }
}
