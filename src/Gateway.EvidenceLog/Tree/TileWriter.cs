using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Writes the tree's nodes to the file, each into the tile that it belongs to. Only the rightmost tile of a level
/// grows; it is kept here. After a failure another one is made. Used by one thread, inside its transactions.
/// </summary>
internal sealed class TileWriter : IDisposable
{
    /// <summary>Least height that is stored.</summary>
    internal const int LeastHeight = TileKey.Heights;

    private readonly PreparedStatement _write;
    private readonly Dictionary<int, List<byte>> _open = [];
    private readonly SortedDictionary<int, TileKey> _changed = [];

    /// <exception cref="EvidenceLogOpenException">The tiles that the tree ends in are not all there.</exception>
    internal TileWriter(SqliteConnection connection, long size)
    {
        foreach (var (key, nodes) in LastTiles.Read(connection, size))
            _open.Add(key.Level, [.. nodes]);
        _write = new PreparedStatement(
            connection,
            "INSERT INTO tree_tile (key, nodes) VALUES ($key, $nodes) ON CONFLICT DO UPDATE SET nodes = excluded.nodes",
            "$key", "$nodes");
    }

    /// <summary>Writes nodes in the order in which they became full, all of <see cref="LeastHeight"/> or more.</summary>
    internal void Write(IEnumerable<TreeNode> nodes)
    {
        foreach (var node in nodes)
        {
            var key = TileKey.Of(node.Height, node.Index);
            if (!_open.TryGetValue(key.Level, out var tile))
                _open.Add(key.Level, tile = []);
            TileKey.Add(node, tile);
            _changed[key.Level] = key;
            if (tile.Count == TileKey.Bytes(TileKey.Width))
                Close(key.Level);
        }

        foreach (var (level, key) in _changed)
            _write.Run(key.ToRow(), _open[level].ToArray());
        _changed.Clear();
    }

    public void Dispose() => _write.Dispose();

    private void Close(int level)
    {
        _write.Run(_changed[level].ToRow(), _open[level].ToArray());
        _changed.Remove(level);
        _open.Remove(level);
    }
}
