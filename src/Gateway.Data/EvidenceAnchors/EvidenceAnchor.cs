namespace Gateway.Data;

/// <summary>The last head of an evidence log that the database was told.</summary>
/// <param name="Origin">Origin of the log.</param>
/// <param name="Size">How many entries it had.</param>
/// <param name="Root">Its root at that size, 32 bytes.</param>
/// <param name="UpdateTime">When it was told.</param>
/// <param name="Successor">Origin of the log that was begun when this one was lost; null while it is the
/// gateway's.</param>
public sealed record EvidenceAnchor(
    string Origin, long Size, ReadOnlyMemory<byte> Root, DateTimeOffset UpdateTime, string? Successor);
