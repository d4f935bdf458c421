using System.Security.Cryptography;

namespace Gateway.Evidence;

/// <summary>Hashing of a Merkle tree (RFC 6962, section 2.1): leaves and nodes are told apart by their first
/// byte.</summary>
internal static class TreeHash
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int ShortLeaf = 256;

    /// <summary>SHA-256 of 0x00 and the leaf's data, into 32 bytes.</summary>
    internal static void Leaf(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        Span<byte> input = data.Length < ShortLeaf ? stackalloc byte[1 + data.Length] : new byte[1 + data.Length];
        input[0] = LeafPrefix;
        data.CopyTo(input[1..]);
        SHA256.HashData(input, hash);
    }

    /// <summary>SHA-256 of 0x01 and both children, into 32 bytes; <paramref name="hash"/> may be one of the
    /// children.</summary>
    internal static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Hex.DigestBytes)];
        input[0] = NodePrefix;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hex.DigestBytes)..]);
        SHA256.HashData(input, hash);
    }
}
