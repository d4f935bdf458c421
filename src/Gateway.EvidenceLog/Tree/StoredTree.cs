using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// The tree's full subtrees as a log's file has them. Tiles are kept in memory, which is right for ever, because a tile
/// only grows. Used by one thread at a time.
/// </summary>
internal sealed class StoredTree : IDisposable
{
    // Some 4 MiB; with 10 million entries all but the two lowest levels, and what was asked last of these.
    private const int MaxTiles = 4096;

    private readonly Dictionary<TileKey, byte[]> _tiles = [];
    private readonly PreparedQuery _tile;
    private readonly PreparedQuery _digests;

    internal StoredTree(SqliteConnection connection)
    {
        _tile = new PreparedQuery(connection, "SELECT nodes FROM tree_tile WHERE key = $key", "$key");
        _digests = new PreparedQuery(
            connection,
            "SELECT digest FROM entry WHERE position >= $from AND position < $to ORDER BY position",
            "$from", "$to");
    }

    /// <summary>The hash of a full subtree.</summary>
    /// <exception cref="InvalidDataException">The file does not have it.</exception>
    internal ReadOnlySpan<byte> Node(int height, long index)
    {
        var key = TileKey.Of(height, index);
        var offset = TileKey.Offset(height, index);
        if (!_tiles.TryGetValue(key, out var tile) || tile.Length < offset + TileKey.HashBytes)
            tile = Load(key);
        return tile.Length >= offset + TileKey.HashBytes
            ? tile.AsSpan(offset, TileKey.HashBytes)
            : throw new InvalidDataException($"The evidence log lacks node {index} of height {height} of its tree.");
    }

    /// <summary>The digests of entries from a position on; fewer where the log ends.</summary>
    internal List<byte[]> Digests(long from, int count) => _digests.Blobs(from, from + count);

    public void Dispose()
    {
        _tile.Dispose();
        _digests.Dispose();
    }

    private byte[] Load(TileKey key)
    {
        var tile = key.Level == 0 ? Leaves(key) : _tile.Blobs(key.ToRow()).SingleOrDefault([]);
        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        return _tiles[key] = tile;
    }

    private byte[] Leaves(TileKey key)
    {
        var first = key.Number * TileKey.Width;
        var edge = new TreeEdge();
        var nodes = new List<TreeNode>(2 * TileKey.Width);
        foreach (var digest in _digests.Blobs(first, first + TileKey.Width))
            edge.Append(digest, 0, nodes);
        var tile = new List<byte>(TileKey.Bytes(TileKey.Width));
        foreach (var node in nodes.Where(node => node.Height < TileKey.Heights))
            TileKey.Add(node, tile);
        return [.. tile];
    }
}
