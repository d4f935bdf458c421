namespace Gateway.EvidenceLog;

/// <summary>How far a log is. Don't write to the array.</summary>
/// <param name="Origin">The log's origin.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Root">Its root at that size, 32 bytes.</param>
public sealed record LogHead(string Origin, long Size, byte[] Root)
{
    /// <summary>Whether both say the same.</summary>
    public bool Equals(LogHead? other) =>
        other is not null && Origin == other.Origin && Size == other.Size && Root.AsSpan().SequenceEqual(other.Root);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size);

    /// <summary>Origin, size and the beginning of the root.</summary>
    public override string ToString() => $"{Origin} of size {Size}, root {Convert.ToHexStringLower(Root)[..16]}…";
}
