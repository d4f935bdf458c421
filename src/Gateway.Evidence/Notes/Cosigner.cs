using System.Buffers.Binary;
using System.Globalization;

namespace Gateway.Evidence;

/// <summary>
/// Says of a checkpoint that, at a time, it was the newest that its owner had seen of the log, and consistent with all
/// before it (C2SP tlog-cosignature, <c>cosignature/v1</c>). Thread-safe.
/// </summary>
public sealed class Cosigner
{
    private const int TimeBytes = sizeof(long);

    private readonly byte[] _seed;

    /// <summary>Takes a witness's private key.</summary>
    /// <param name="name">The witness's name.</param>
    /// <param name="seed">The private key, 32 bytes (RFC 8032, section 5.1.5).</param>
    public Cosigner(string name, ReadOnlySpan<byte> seed)
    {
        _seed = seed.ToArray();
        Key = new NoteKey(name, NoteKeyType.Cosignature, Ed25519Keys.PublicKey(_seed));
    }

    /// <summary>The public key.</summary>
    public NoteKey Key { get; }

    /// <summary>Cosigns a checkpoint. Whoever calls it has verified the note and its consistency.</summary>
    /// <exception cref="FormatException">The note's text is no checkpoint.</exception>
    public SignedNote Cosign(SignedNote note, DateTimeOffset time)
    {
        Checkpoint.Parse(note.Text);
        var seconds = time.ToUnixTimeSeconds();
        var value = new byte[TimeBytes + 64];
        BinaryPrimitives.WriteInt64BigEndian(value, seconds);
        Ed25519Keys.Sign(_seed, Signed(note.Text, seconds)).CopyTo(value, TimeBytes);
        return note.With(new NoteSignature(Key.Name, Key.Id, value));
    }

    /// <summary>When a witness cosigned a note, to the second; null if it did not, or one of its signatures does not
    /// verify. Of several the latest.</summary>
    public static DateTimeOffset? TimeOf(SignedNote note, NoteKey key)
    {
        if (key.Type != NoteKeyType.Cosignature)
            return null;
        var times = note.Signatures.Where(signature => signature.IsBy(key))
            .Select(signature => TimeOf(note.Text, signature.Value, key))
            .ToList();
        return times.Contains(null) ? null : times.Max();
    }

    private static DateTimeOffset? TimeOf(string text, byte[] value, NoteKey key)
    {
        if (value.Length < TimeBytes)
            return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(value);
        return seconds >= 0
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && key.Verifies(Signed(text, seconds), value.AsSpan(TimeBytes))
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
    }

    private static byte[] Signed(string text, long seconds) => SignedNote.TextBytes(
        string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));
}
