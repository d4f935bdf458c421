using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// The tree's full subtrees as a log's file has them. Tiles are kept in memory, which is right for ever, because a tile
/// only grows. Used by one thread at a time.
/// </summary>
internal sealed class StoredTree : IDisposable
{
    // Of the two lowest levels a proof of another entry wants other tiles; of the upper ones some 8 MiB are all that a log
    // of 30 million entries has.
    private const int UpperLevel = 2;
    private const int MaxLowTiles = 256;
    private const int MaxUpperTiles = 8192;

    private readonly Dictionary<TileKey, byte[]> _low = [];
    private readonly Dictionary<TileKey, byte[]> _upper = [];
    private readonly PreparedQuery _tile;
    private readonly PreparedQuery _digests;

    internal StoredTree(SqliteConnection connection)
    {
        _tile = new PreparedQuery(connection, "SELECT nodes FROM tree_tile WHERE key = ?");
        _digests = new PreparedQuery(
            connection, "SELECT digest FROM entry WHERE position >= ? AND position < ? ORDER BY position");
    }

    /// <summary>The hash of a full subtree.</summary>
    /// <exception cref="InvalidDataException">The file does not have it.</exception>
    internal ReadOnlySpan<byte> Node(int height, long index)
    {
        var key = TileKey.Of(height, index);
        var offset = TileKey.Offset(height, index);
        var tiles = key.Level < UpperLevel ? _low : _upper;
        if (!tiles.TryGetValue(key, out var tile) || tile.Length < offset + TileKey.HashBytes)
            tiles[key] = tile = Load(key);
        return tile.Length >= offset + TileKey.HashBytes
            ? tile.AsSpan(offset, TileKey.HashBytes)
            : throw new InvalidDataException($"The evidence log lacks node {index} of height {height} of its tree.");
    }

    /// <summary>The digests of entries from a position on; fewer where the log ends.</summary>
    internal List<byte[]> Digests(long from, int count)
    {
        var digests = new List<byte[]>(count);
        _digests.Run((_, digest) => digests.Add(digest.ToArray()), from, from + count);
        return digests;
    }

    public void Dispose()
    {
        _tile.Dispose();
        _digests.Dispose();
    }

    private byte[] Load(TileKey key)
    {
        if (_low.Count >= MaxLowTiles)
            _low.Clear();
        if (_upper.Count >= MaxUpperTiles)
            _upper.Clear();
        return key.Level == 0 ? Leaves(key.Number * TileKey.Width) : Stored(key);
    }

    private byte[] Stored(TileKey key)
    {
        byte[] tile = [];
        _tile.Run((_, nodes) => tile = nodes.ToArray(), key.ToRow());
        return tile;
    }

    private byte[] Leaves(long first)
    {
        var tile = new byte[TileKey.Bytes(TileKey.Width)];
        var count = _digests.Run((row, digest) => AddLeaf(tile, row, digest), first, first + TileKey.Width);
        return tile[..TileKey.Bytes(count)];
    }

    // Puts a leaf into a tile, and the nodes that it makes full.
    private static void AddLeaf(byte[] tile, int leaf, ReadOnlySpan<byte> digest)
    {
        var hash = Hash(tile, 0, leaf);
        TreeProofs.LeafHash(digest, hash);
        for (var (height, index) = (1, leaf); height < TileKey.Heights && (index & 1) == 1; height++)
        {
            index >>= 1;
            var node = Hash(tile, height, index);
            TreeProofs.NodeHash(Hash(tile, height - 1, 2 * index), hash, node);
            hash = node;
        }
    }

    private static Span<byte> Hash(byte[] tile, int height, int index) =>
        tile.AsSpan(TileKey.Offset(height, index), TileKey.HashBytes);
}
