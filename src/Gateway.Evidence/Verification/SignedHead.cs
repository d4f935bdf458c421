using System.Globalization;

namespace Gateway.Evidence;

/// <summary>A batch as a head of its log, with its signature, which was verified. Immutable as long as its arrays are
/// left alone; thread-safe.</summary>
public sealed class SignedHead
{
    private const int ShortRoot = 16;

    private SignedHead(Batch batch, byte[] text, byte[] signature, DateTimeOffset signingTime) =>
        (Batch, Text, Signature, SigningTime) = (batch, text, signature, signingTime);

    /// <summary>The batch.</summary>
    public Batch Batch { get; }

    /// <summary>Its text, which is signed.</summary>
    public byte[] Text { get; }

    /// <summary>The detached CMS SignedData, DER.</summary>
    public byte[] Signature { get; }

    /// <summary>When it was signed by the gateway's clock, whole seconds, UTC.</summary>
    public DateTimeOffset SigningTime { get; }

    /// <summary>The log's origin.</summary>
    public string Origin => Batch.Origin;

    /// <summary>How many entries the log has with it.</summary>
    public long Size => Batch.Size;

    /// <summary>The log's root at that size, 32 bytes.</summary>
    public ReadOnlySpan<byte> Root => Batch.Root;

    /// <summary>What a witness signs of it.</summary>
    public Checkpoint Checkpoint => new(Batch.Origin, Batch.Size, Batch.Root);

    /// <summary>Reads a batch and verifies its signature, with dates as they were at the signing time.</summary>
    /// <exception cref="EvidenceException">The first check that fails.</exception>
    public static SignedHead Verify(BatchVerifier verifier, byte[] text, byte[] signature)
    {
        var batch = Batch.Parse(text);
        return new SignedHead(batch, text, signature, verifier.Verify(signature, text).SigningTime);
    }

    /// <summary>The head that came with an answer whose evidence was verified.</summary>
    public static SignedHead Of(VerifiedEvidence evidence) =>
        new(evidence.Batch, evidence.BatchBytes, evidence.Signature, evidence.SigningTime);

    /// <summary>Whether both say the same of the same log, whatever they add to it.</summary>
    public bool IsSameAs(SignedHead other) => Checkpoint == other.Checkpoint;

    /// <summary>Origin, size, the beginning of the root, signing time.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Origin} of size {Size}, root {Convert.ToHexStringLower(Root)[..ShortRoot]}…, signed {SigningTime:u}");
}
