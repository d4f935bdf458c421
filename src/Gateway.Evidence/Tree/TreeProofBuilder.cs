using System.Numerics;
using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>
/// Roots and proofs of a Merkle tree (RFC 6962, section 2.1) from the hashes of its full subtrees; each asks for at most
/// two of a height. Sizes have to be within the tree that <paramref name="read"/> knows. As thread-safe as that is.
/// </summary>
/// <param name="read">Gives the hashes of full subtrees. What it returns is used before it is asked again.</param>
public sealed class TreeProofBuilder(TreeNodeReader read)
{
    /// <summary>The root of the tree's first entries, 32 bytes; of none SHA-256 of nothing.</summary>
    public byte[] Root(long size) => size == 0 ? SHA256.HashData(ReadOnlySpan<byte>.Empty) : Range(0, size);

    /// <summary>PATH of RFC 9162, section 2.1.3.1.</summary>
    /// <param name="index">Position of the entry from 0, below <paramref name="size"/>.</param>
    /// <param name="size">Size of the tree.</param>
    public InclusionProof Inclusion(long index, long size)
    {
        var path = new List<byte[]>();
        var (from, to) = (0L, size);
        while (to - from > 1)
        {
            var middle = from + LeftSize(to - from);
            if (index < middle)
            {
                path.Add(Range(middle, to));
                to = middle;
            }
            else
            {
                path.Add(Range(from, middle));
                from = middle;
            }
        }

        path.Reverse();
        return new InclusionProof(index, size, path);
    }

    /// <summary>PROOF of RFC 9162, section 2.1.4.1; empty where the sizes are the same or the older is 0.</summary>
    /// <param name="oldSize">Size of the older tree, at most <paramref name="newSize"/>.</param>
    /// <param name="newSize">Size of the newer tree.</param>
    public IReadOnlyList<byte[]> Consistency(long oldSize, long newSize)
    {
        var path = new List<byte[]>();
        if (oldSize == 0)
            return path;
        var (from, to) = (0L, newSize);
        while (to != oldSize)
        {
            var middle = from + LeftSize(to - from);
            if (oldSize <= middle)
            {
                path.Add(Range(middle, to));
                to = middle;
            }
            else
            {
                path.Add(Range(from, middle));
                from = middle;
            }
        }

        // The whole older tree is what the verifier has as its root.
        if (from != 0)
            path.Add(Range(from, to));
        path.Reverse();
        return path;
    }

    // The hash of the entries between two positions that a tree is split at: full subtrees, the widest first.
    private byte[] Range(long from, long to)
    {
        Span<byte> full = stackalloc byte[64 * Hex.DigestBytes];
        var count = 0;
        for (var start = from; start < to; count++)
        {
            var height = BitOperations.Log2((ulong)(to - start));
            read(height, start >> height).CopyTo(full[(count * Hex.DigestBytes)..]);
            start += 1L << height;
        }

        var hash = full.Slice((count - 1) * Hex.DigestBytes, Hex.DigestBytes).ToArray();
        for (var left = count - 2; left >= 0; left--)
            TreeHash.Node(full.Slice(left * Hex.DigestBytes, Hex.DigestBytes), hash, hash);
        return hash;
    }

    // The largest power of two below the size.
    private static long LeftSize(long size) => 1L << BitOperations.Log2((ulong)(size - 1));
}
