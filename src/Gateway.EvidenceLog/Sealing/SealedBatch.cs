using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>A batch that is signed and not yet on disk.</summary>
/// <param name="Answers">Whose statements it adds, in log order.</param>
/// <param name="Size">Size of the log with it.</param>
/// <param name="Text">The batch's text.</param>
/// <param name="Signature">Detached CMS SignedData over it.</param>
internal sealed record SealedBatch(ArraySegment<PendingSeal> Answers, long Size, byte[] Text, byte[] Signature);

/// <summary>The batches that go to disk in one flush.</summary>
/// <param name="Batches">In log order.</param>
/// <param name="Edge">The tree with them.</param>
/// <param name="Nodes">The subtrees that became full with them, of heights that are stored.</param>
/// <param name="SealTime">When they were signed.</param>
/// <param name="SigningChain">The signing certificate and its issuers without the root, DER.</param>
internal sealed record SealedGroup(
    IReadOnlyList<SealedBatch> Batches,
    TreeEdge Edge,
    IReadOnlyList<TreeNode> Nodes,
    DateTimeOffset SealTime,
    IReadOnlyList<ReadOnlyMemory<byte>> SigningChain);
