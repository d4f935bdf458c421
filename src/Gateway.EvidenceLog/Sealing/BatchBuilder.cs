using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>
/// Puts a group of answers in signed batches that continue a tree, all of them by the signer of the moment. Used by one
/// thread.
/// </summary>
internal sealed class BatchBuilder(BatchSignerSource signers, TimeProvider time)
{
    /// <summary>Signs the group. The given tree is left as it is.</summary>
    internal SealedGroup Build(string origin, TreeEdge tree, PendingSeal[] group)
    {
        var edge = tree.Clone();
        var nodes = new List<TreeNode>();
        var now = time.GetUtcNow();
        using var signer = signers(now);
        var batches = new List<SealedBatch>((group.Length / Batch.MaxEntries) + 1);
        for (var first = 0; first < group.Length; first += Batch.MaxEntries)
        {
            var count = Math.Min(Batch.MaxEntries, group.Length - first);
            var answers = new ArraySegment<PendingSeal>(group, first, count);
            batches.Add(Seal(origin, edge, nodes, answers, batch => signer.Sign(batch, now)));
        }

        return new SealedGroup(batches, edge, nodes, now, ChainOf(signer));
    }

    /// <summary>Signs a batch that was signed before: whether the key answers.</summary>
    internal void SignAgain(byte[] batch)
    {
        var now = time.GetUtcNow();
        using var signer = signers(now);
        signer.Sign(Batch.Parse(batch), now);
    }

    private static List<ReadOnlyMemory<byte>> ChainOf(IBatchSigner signer) =>
        [signer.Certificate.RawDataMemory, .. signer.Issuers.Select(issuer => issuer.RawDataMemory)];

    private static SealedBatch Seal(
        string origin, TreeEdge edge, List<TreeNode> nodes, ArraySegment<PendingSeal> answers, Func<Batch, byte[]> sign)
    {
        var entries = new byte[answers.Count][];
        for (var index = 0; index < entries.Length; index++)
        {
            entries[index] = answers[index].Digest;
            edge.Append(entries[index], TileWriter.LeastHeight, nodes);
        }

        var batch = new Batch { Origin = origin, Size = edge.Size, Root = edge.Root(), Entries = entries };
        return new SealedBatch(answers, edge.Size, batch.ToBytes(), sign(batch));
    }
}
