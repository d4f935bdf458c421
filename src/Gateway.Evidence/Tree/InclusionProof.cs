namespace Gateway.Evidence;

/// <summary>That an entry is in a tree (RFC 9162, section 2.1.3).</summary>
/// <param name="Index">The entry's position from 0.</param>
/// <param name="TreeSize">Size of the tree.</param>
/// <param name="Path">Hashes from the leaf's sibling up to the root's child, 32 bytes each.</param>
public sealed record InclusionProof(long Index, long TreeSize, IReadOnlyList<byte[]> Path);
