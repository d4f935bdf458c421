using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>Puts a group of answers in signed batches that continue a tree. Used by one thread.</summary>
internal sealed class BatchBuilder(IBatchSigner signer, TimeProvider time)
{
    /// <summary>Signs the group. The given tree is left as it is.</summary>
    internal SealedGroup Build(string origin, TreeEdge tree, PendingSeal[] group)
    {
        var edge = tree.Clone();
        var nodes = new List<TreeNode>();
        var now = time.GetUtcNow();
        var batches = new List<SealedBatch>((group.Length / Batch.MaxEntries) + 1);
        for (var first = 0; first < group.Length; first += Batch.MaxEntries)
        {
            var count = Math.Min(Batch.MaxEntries, group.Length - first);
            batches.Add(Build(origin, edge, nodes, new ArraySegment<PendingSeal>(group, first, count), now));
        }

        return new SealedGroup(batches, edge, nodes, now, signer.Certificate, signer.Issuers);
    }

    /// <summary>Signs a batch that was signed before: whether the key answers.</summary>
    internal void SignAgain(byte[] batch) => signer.Sign(Batch.Parse(batch), time.GetUtcNow());

    private SealedBatch Build(
        string origin, TreeEdge edge, List<TreeNode> nodes, ArraySegment<PendingSeal> answers, DateTimeOffset now)
    {
        var entries = new byte[answers.Count][];
        for (var index = 0; index < entries.Length; index++)
        {
            entries[index] = answers[index].Digest;
            edge.Append(entries[index], TileWriter.LeastHeight, nodes);
        }

        var batch = new Batch { Origin = origin, Size = edge.Size, Root = edge.Root(), Entries = entries };
        return new SealedBatch(answers, edge.Size, batch.ToBytes(), signer.Sign(batch, now));
    }
}
