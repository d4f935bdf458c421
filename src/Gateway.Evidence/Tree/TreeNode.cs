namespace Gateway.Evidence;

/// <summary>The root of a full subtree: of the 2^<paramref name="Height"/> entries from
/// <paramref name="Index"/> * 2^<paramref name="Height"/> on. Height 0 is a leaf.</summary>
/// <param name="Height">0 to 62.</param>
/// <param name="Index">Which of this height, from 0.</param>
/// <param name="Hash">Its hash, 32 bytes.</param>
public sealed record TreeNode(int Height, long Index, byte[] Hash);

/// <summary>Gives the hash of a full subtree, 32 bytes.</summary>
/// <param name="height">Its height.</param>
/// <param name="index">Which of this height, from 0.</param>
public delegate ReadOnlySpan<byte> TreeNodeReader(int height, long index);
