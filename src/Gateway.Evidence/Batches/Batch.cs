namespace Gateway.Evidence;

/// <summary>
/// A signed tree head and the statements it adds, as text (see design EVIDENCE). This, and nothing else, is what a
/// <see cref="IBatchSigner"/> signs. Immutable as long as its arrays are left alone; thread-safe.
/// </summary>
public sealed record Batch
{
    /// <summary>The first line.</summary>
    public const string Type = "traffic-gateway-batch/v1";

    /// <summary>Most statements in a batch.</summary>
    public const int MaxEntries = 16;

    /// <summary>Origin of the log.</summary>
    public required string Origin { get; init; }

    /// <summary>How many entries the log has with this batch.</summary>
    public required long Size { get; init; }

    /// <summary>Root of the log at that size, 32 bytes (RFC 6962, section 2.1).</summary>
    public required byte[] Root { get; init; }

    /// <summary>SHA-256 of each statement, in log order: 1 to <see cref="MaxEntries"/> of 32 bytes.</summary>
    public required IReadOnlyList<byte[]> Entries { get; init; }

    /// <summary>Writes the text.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.BatchCanonical"/>: a value is not of its
    /// form.</exception>
    public byte[] ToBytes() => BatchText.Write(this);

    /// <summary>Reads a text, and refuses it unless <see cref="ToBytes"/> of what was read gives the same
    /// bytes.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.BatchCanonical"/>.</exception>
    public static Batch Parse(ReadOnlySpan<byte> text) => BatchText.Parse(text);

    /// <summary>Whether the digest is one of the batch's lines.</summary>
    public bool Contains(ReadOnlySpan<byte> statementDigest)
    {
        foreach (var entry in Entries)
        {
            if (statementDigest.SequenceEqual(entry))
                return true;
        }

        return false;
    }
}
