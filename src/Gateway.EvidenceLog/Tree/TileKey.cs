using System.Numerics;
using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>
/// A tile of the tree: the full subtrees of four heights below one node, in post-order, without that node itself.
/// </summary>
/// <param name="Level">Heights 4 * level to 4 * level + 3.</param>
/// <param name="Number">Which of the level, from 0.</param>
internal readonly record struct TileKey(int Level, long Number)
{
    /// <summary>Heights in a tile.</summary>
    internal const int Heights = 4;

    /// <summary>Nodes of the least height in a full tile.</summary>
    internal const int Width = 1 << Heights;

    /// <summary>Bytes of a hash.</summary>
    internal const int HashBytes = 32;

    /// <summary>The tile that has a node.</summary>
    internal static TileKey Of(int height, long index)
    {
        var level = height / Heights;
        return new TileKey(level, index >> (Heights - (height % Heights)));
    }

    /// <summary>The rightmost tile of a level, and how many nodes of its least height are full, in a log of a
    /// size.</summary>
    internal static (TileKey Key, int Count) Last(int level, long size)
    {
        var full = size >> (Heights * level);
        return (new TileKey(level, full / Width), (int)(full % Width));
    }

    /// <summary>The number under which the file has the tile.</summary>
    internal long ToRow() => (Number << (Heights * (Level + 1))) | (long)Level;

    /// <summary>Where in the tile a node's hash begins, in bytes.</summary>
    internal static int Offset(int height, long index)
    {
        var within = height % Heights;
        var place = (int)(index & ((1 << (Heights - within)) - 1));
        return Bytes(((place + 1) << within) - 1) + (within * HashBytes);
    }

    /// <summary>How long a tile with so many nodes of its least height is, in bytes.</summary>
    internal static int Bytes(int count) =>
        HashBytes * ((2 * count) - BitOperations.PopCount((uint)count) - (count == Width ? 1 : 0));

    /// <summary>Adds the hash of a node to a tile that has all before it.</summary>
    internal static void Add(TreeNode node, List<byte> tile)
    {
        if (tile.Count != Offset(node.Height, node.Index))
            throw new InvalidOperationException("A node of the tree comes out of order.");
        tile.AddRange(node.Hash);
    }
}
