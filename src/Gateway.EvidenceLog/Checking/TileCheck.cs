using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Compares the tree's stored nodes, from which proofs are made, with those that the batches' entries give. Where one is
/// wrong, those above it are too: the first is told.
/// </summary>
internal sealed class TileCheck(SqliteConnection connection, LogFindings findings) : ILogCheck, IDisposable
{
    private readonly StoredTree _stored = new(connection);
    private readonly TreeEdge _tree = new();
    private readonly List<TreeNode> _nodes = [];
    private bool _isLost;

    public void Entry(LoggedEntry entry)
    {
        // The tree is that of what the batches sign.
    }

    public void Batch(WalkedBatch batch)
    {
        // A batch that is wrong is told by the walk; what comes after it cannot be told from here.
        _isLost = _isLost || batch.Parsed is null || batch.First != _tree.Size
            || batch.Logged.Size - batch.First != batch.Parsed.Entries.Count;
        if (_isLost)
            return;
        foreach (var entry in batch.Parsed!.Entries)
            _tree.Append(entry, TileWriter.LeastHeight, _nodes);
        foreach (var node in _nodes.TakeWhile(_ => !_isLost))
            Compare(node, batch.First);
        _nodes.Clear();
    }

    public void Dispose() => _stored.Dispose();

    private void Compare(TreeNode node, long position)
    {
        _isLost = !IsStored(node);
        if (_isLost)
        {
            findings.Add(
                LogFindingKind.Tree, position,
                $"the stored node {node.Index} of height {node.Height} of the tree is missing or another");
        }
    }

    private bool IsStored(TreeNode node)
    {
        try
        {
            return _stored.Node(node.Height, node.Index).SequenceEqual(node.Hash);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
