namespace Gateway.Evidence;

/// <summary>
/// A log's own Ed25519 key, behind a door that lets only checkpoints of that log through. Thread-safe.
/// </summary>
public sealed class NoteSigner
{
    private readonly byte[] _seed;

    /// <summary>Takes the private key of a log.</summary>
    /// <param name="origin">The log's origin, the name of the key.</param>
    /// <param name="seed">The private key, 32 bytes (RFC 8032, section 5.1.5).</param>
    public NoteSigner(string origin, ReadOnlySpan<byte> seed)
    {
        _seed = seed.ToArray();
        Key = new NoteKey(origin, NoteKeyType.Note, Ed25519Keys.PublicKey(_seed));
    }

    /// <summary>The public key.</summary>
    public NoteKey Key { get; }

    /// <summary>Signs a checkpoint.</summary>
    /// <exception cref="ArgumentException">It is of another log.</exception>
    public SignedNote Sign(Checkpoint checkpoint)
    {
        if (checkpoint.Origin != Key.Name)
            throw new ArgumentException($"The checkpoint is of {checkpoint.Origin}.", nameof(checkpoint));
        var text = checkpoint.ToText();
        var value = Ed25519Keys.Sign(_seed, SignedNote.TextBytes(text));
        return new SignedNote(text, [new NoteSignature(Key.Name, Key.Id, value)]);
    }
}
