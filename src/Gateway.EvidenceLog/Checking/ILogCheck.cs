using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>One thing that is looked at while a log is walked from its beginning to its end.</summary>
internal interface ILogCheck
{
    /// <summary>An entry, in log order.</summary>
    void Entry(LoggedEntry entry);

    /// <summary>A batch, behind its entries.</summary>
    void Batch(WalkedBatch batch);
}

/// <summary>A batch that a walk has come by.</summary>
/// <param name="First">Position of its first entry.</param>
/// <param name="Logged">As it stands in the file.</param>
/// <param name="Parsed">What it says; null where it can't be read.</param>
/// <param name="Tree">The tree with its entries, recomputed; null where the walk did not begin at the beginning. It
/// grows with the walk.</param>
internal sealed record WalkedBatch(long First, LoggedBatch Logged, Batch? Parsed, TreeEdge? Tree);
