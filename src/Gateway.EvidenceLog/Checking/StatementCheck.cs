using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>Holds statements against their entries and call ids, and counts those that were removed.</summary>
internal sealed class StatementCheck(string origin, Succession? predecessor, LogFindings findings) : ILogCheck
{
    /// <summary>How many statements were removed.</summary>
    internal long Removed { get; private set; }

    /// <summary>Position of the last that was removed; -1 where none was.</summary>
    internal long LastRemoved { get; private set; } = -1;

    public void Entry(LoggedEntry entry)
    {
        if (entry is { Position: 0 } && predecessor is not null)
        {
            CheckSuccession(entry, predecessor);
            return;
        }

        if (entry.Statement is not { } line)
        {
            Removed++;
            LastRemoved = entry.Position;
            if (entry.CallId is not null)
                Add(LogFindingKind.CallId, entry, "has a call id and no statement");
            return;
        }

        if (!SHA256.HashData(line).AsSpan().SequenceEqual(entry.Digest))
            Add(LogFindingKind.Statement, entry, "has a statement with another digest");
        else
            CheckLine(entry, line);
    }

    public void Batch(WalkedBatch batch)
    {
        // A batch says nothing about statements but their digests.
    }

    private void CheckLine(LoggedEntry entry, byte[] line)
    {
        try
        {
            var statement = Statement.Parse(line);
            if (statement.Gateway != origin)
                Add(LogFindingKind.Statement, entry, $"has a statement of {statement.Gateway}");
            if (statement.CallId != entry.CallId)
                Add(LogFindingKind.CallId, entry, "is kept under another call id than its statement has");
        }
        catch (EvidenceException)
        {
            Add(LogFindingKind.Statement, entry, "has a statement that can't be read");
        }
    }

    private void CheckSuccession(LoggedEntry entry, Succession known)
    {
        if (!SHA256.HashData(known.Statement(origin).ToBytes()).AsSpan().SequenceEqual(entry.Digest))
            Add(LogFindingKind.Predecessor, entry, $"does not state that this log came after {known.Head.Origin}");
    }

    private void Add(LogFindingKind kind, LoggedEntry entry, string what) =>
        findings.Add(kind, entry.Position, $"the entry at {entry.Position} {what}");
}
