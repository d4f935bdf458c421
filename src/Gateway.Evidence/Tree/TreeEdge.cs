using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>
/// The right edge of an append-only Merkle tree with RFC 6962 hashing: the roots of its full subtrees, widest first,
/// one for each bit of the size. It is all that is needed to append and to tell the root. Used by one thread at a time.
/// </summary>
public sealed class TreeEdge
{
    private const int SizeBytes = sizeof(long);
    private const int MaxDepth = 64;

    private readonly byte[] _hashes;
    private int _depth;

    /// <summary>The edge of the empty tree.</summary>
    public TreeEdge()
        : this(0, [])
    {
    }

    private TreeEdge(long size, ReadOnlySpan<byte> hashes)
    {
        _hashes = new byte[MaxDepth * Hex.DigestBytes];
        hashes.CopyTo(_hashes);
        _depth = hashes.Length / Hex.DigestBytes;
        Size = size;
    }

    /// <summary>How many entries the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no edge: the number of hashes does not belong to the
    /// size.</exception>
    public static TreeEdge Parse(ReadOnlySpan<byte> bytes)
    {
        var size = bytes.Length >= SizeBytes ? BinaryPrimitives.ReadInt64BigEndian(bytes) : -1;
        if (size < 0 || bytes.Length != SizeBytes + (BitOperations.PopCount((ulong)size) * Hex.DigestBytes))
            throw new FormatException("These bytes are not the edge of a tree.");
        return new TreeEdge(size, bytes[SizeBytes..]);
    }

    /// <summary>The size (8 bytes, big-endian), then the hashes of the full subtrees, widest first (32 bytes
    /// each).</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[SizeBytes + (_depth * Hex.DigestBytes)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Size);
        _hashes.AsSpan(0, _depth * Hex.DigestBytes).CopyTo(bytes.AsSpan(SizeBytes));
        return bytes;
    }

    /// <summary>A copy that grows on its own.</summary>
    public TreeEdge Clone() => new(Size, _hashes.AsSpan(0, _depth * Hex.DigestBytes));

    /// <summary>Appends a leaf with this data (for the evidence log, the 32 bytes of an entry).</summary>
    public void Append(ReadOnlySpan<byte> entry) => Append(entry, MaxDepth, []);

    /// <summary>Appends a leaf with this data, and tells which subtrees became full with it, from below.</summary>
    /// <param name="entry">The leaf's data.</param>
    /// <param name="fromHeight">Least height that is told of.</param>
    /// <param name="full">Gets them added.</param>
    public void Append(ReadOnlySpan<byte> entry, int fromHeight, ICollection<TreeNode> full)
    {
        TreeHash.Leaf(entry, Hash(_depth));
        Tell(0, Size, fromHeight, full);
        var height = 0;
        for (var index = Size; (index & 1) == 1; index >>= 1)
        {
            _depth--;
            TreeHash.Node(Hash(_depth), Hash(_depth + 1), Hash(_depth));
            Tell(++height, index >> 1, fromHeight, full);
        }

        _depth++;
        Size++;
    }

    /// <summary>The root, 32 bytes; of the empty tree SHA-256 of nothing.</summary>
    public byte[] Root()
    {
        if (_depth == 0)
            return SHA256.HashData(ReadOnlySpan<byte>.Empty);
        var root = Hash(_depth - 1).ToArray();
        for (var level = _depth - 2; level >= 0; level--)
            TreeHash.Node(Hash(level), root, root);
        return root;
    }

    private void Tell(int height, long index, int fromHeight, ICollection<TreeNode> full)
    {
        if (height >= fromHeight)
            full.Add(new TreeNode(height, index, Hash(_depth).ToArray()));
    }

    private Span<byte> Hash(int level) => _hashes.AsSpan(level * Hex.DigestBytes, Hex.DigestBytes);
}
