namespace Gateway.EvidenceLog;

/// <summary>Holds the log against heads of it that are known elsewhere.</summary>
internal sealed class AnchorCheck(LogHead own, IReadOnlyList<LogHead> anchors, LogFindings findings) : ILogCheck
{
    private readonly HashSet<long> _met = [0];

    public void Entry(LoggedEntry entry)
    {
        // A head is that of a batch.
    }

    public void Batch(WalkedBatch batch)
    {
        foreach (var anchor in anchors.Where(anchor => IsAt(anchor, batch.Logged.Size)))
        {
            _met.Add(anchor.Size);
            if (!anchor.Root.AsSpan().SequenceEqual(batch.Tree!.Root()))
                Add(anchor, "a fork, with another root at that size");
        }
    }

    /// <summary>What can be told at the end only.</summary>
    internal void End()
    {
        foreach (var anchor in anchors)
        {
            if (anchor.Origin != own.Origin)
                Add(anchor, "another log");
            else if (anchor.Size > own.Size)
                Add(anchor, "an older copy");
            else if (!_met.Contains(anchor.Size))
                Add(anchor, "a fork, with no batch that ends at that size");
        }
    }

    private bool IsAt(LogHead anchor, long size) => anchor.Origin == own.Origin && anchor.Size == size;

    private void Add(LogHead anchor, string what) => findings.Add(
        LogFindingKind.Anchor, null, $"the log is {own.Origin} of size {own.Size}, and {anchor} is known: {what}");
}
