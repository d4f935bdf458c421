using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>
/// Verifies proofs of a Merkle tree with RFC 6962 hashing. What is verified may come from anybody: nothing of it makes
/// a method throw. Thread-safe.
/// </summary>
public static class TreeProofs
{
    /// <summary>The leaf hash of an entry: SHA-256 of 0x00 and the entry.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> entry)
    {
        var hash = new byte[Hex.DigestBytes];
        TreeHash.Leaf(entry, hash);
        return hash;
    }

    /// <summary>The leaf hash of an entry, into 32 bytes.</summary>
    public static void LeafHash(ReadOnlySpan<byte> entry, Span<byte> hash) => TreeHash.Leaf(entry, hash);

    /// <summary>The hash of a node, into 32 bytes.</summary>
    public static void NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash) =>
        TreeHash.Node(left, right, hash);

    /// <summary>The hash of a node: SHA-256 of 0x01 and its children's hashes.</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new byte[Hex.DigestBytes];
        TreeHash.Node(left, right, hash);
        return hash;
    }

    /// <summary>Whether the proof leads from the leaf to the root (RFC 9162, section 2.1.3.2).</summary>
    /// <param name="leafHash">Hash of the leaf, 32 bytes; see <see cref="LeafHash(ReadOnlySpan{byte})"/>.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="root">Root of the tree of the proof's size, 32 bytes.</param>
    public static bool VerifyInclusion(ReadOnlySpan<byte> leafHash, InclusionProof? proof, ReadOnlySpan<byte> root)
    {
        if (proof is not { Index: >= 0 } || proof.Index >= proof.TreeSize || leafHash.Length != Hex.DigestBytes)
            return false;
        if (!AreHashes(proof.Path))
            return false;

        Span<byte> hash = stackalloc byte[Hex.DigestBytes];
        leafHash.CopyTo(hash);
        var (node, last) = (proof.Index, proof.TreeSize - 1);
        foreach (var sibling in proof.Path)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                TreeHash.Node(sibling, hash, hash);
                SkipMissing(ref node, ref last);
            }
            else
            {
                TreeHash.Node(hash, sibling, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.SequenceEqual(root);
    }

    /// <summary>Whether the path shows that the newer tree begins with all of the older one (RFC 9162, section
    /// 2.1.4.2). The empty tree is the beginning of every tree, and needs an empty path.</summary>
    /// <param name="oldSize">Size of the older tree.</param>
    /// <param name="oldRoot">Its root, 32 bytes.</param>
    /// <param name="newSize">Size of the newer tree.</param>
    /// <param name="newRoot">Its root, 32 bytes.</param>
    /// <param name="path">The proof's hashes, 32 bytes each.</param>
    public static bool VerifyConsistency(
        long oldSize, ReadOnlySpan<byte> oldRoot, long newSize, ReadOnlySpan<byte> newRoot, IReadOnlyList<byte[]>? path)
    {
        if (oldSize < 0 || oldSize > newSize || newRoot.Length != Hex.DigestBytes || !AreHashes(path))
            return false;
        if (oldSize == 0)
            return path.Count == 0 && IsEmptyRoot(oldRoot) && (newSize > 0 || IsEmptyRoot(newRoot));
        if (oldSize == newSize)
            return path.Count == 0 && oldRoot.SequenceEqual(newRoot);
        return LeadsToBoth(oldSize, oldRoot, newSize, newRoot, path);
    }

    private static bool LeadsToBoth(
        long oldSize, ReadOnlySpan<byte> oldRoot, long newSize, ReadOnlySpan<byte> newRoot, IReadOnlyList<byte[]> path)
    {
        if (oldRoot.Length != Hex.DigestBytes || path.Count == 0)
            return false;

        // A full older tree is itself the first node, and is not sent.
        var isFull = (oldSize & (oldSize - 1)) == 0;
        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
            (node, last) = (node >> 1, last >> 1);

        Span<byte> older = stackalloc byte[Hex.DigestBytes];
        Span<byte> newer = stackalloc byte[Hex.DigestBytes];
        var first = isFull ? oldRoot : path[0];
        first.CopyTo(older);
        first.CopyTo(newer);
        for (var step = isFull ? 0 : 1; step < path.Count; step++)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                TreeHash.Node(path[step], older, older);
                TreeHash.Node(path[step], newer, newer);
                SkipMissing(ref node, ref last);
            }
            else
            {
                TreeHash.Node(newer, path[step], newer);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && older.SequenceEqual(oldRoot) && newer.SequenceEqual(newRoot);
    }

    // At the right edge a node without a sibling is its parent.
    private static void SkipMissing(ref long node, ref long last)
    {
        while ((node & 1) == 0 && node != 0)
            (node, last) = (node >> 1, last >> 1);
    }

    private static bool IsEmptyRoot(ReadOnlySpan<byte> root) =>
        root.SequenceEqual(SHA256.HashData(ReadOnlySpan<byte>.Empty));

    private static bool AreHashes([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] IReadOnlyList<byte[]>? path) =>
        path is not null && path.All(hash => hash is { Length: Hex.DigestBytes });
}
