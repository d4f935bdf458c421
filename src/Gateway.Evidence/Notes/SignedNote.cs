using System.Buffers.Binary;
using System.Text;

namespace Gateway.Evidence;

/// <summary>A text and signatures under it (C2SP signed-note). That it could be read says nothing of whether they
/// verify. Immutable as long as its lists are left alone; thread-safe.</summary>
/// <param name="Text">The text, with its last line's end.</param>
/// <param name="Signatures">The signature lines, in order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Largest note that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Most signatures that are read.</summary>
    public const int MaxSignatures = 64;

    private const string LineStart = "— ";
    private const int IdBytes = sizeof(uint);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a note.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        var note = Decode(bytes);
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        Require(end >= 0 && note.EndsWith('\n'), "it has no signatures under its text");
        Require(!note.Any(each => each < ' ' && each != '\n'), "it has control characters");
        var lines = note[(end + 2)..].Split('\n')[..^1];
        Require(lines.Length is >= 1 and <= MaxSignatures, "it has no signatures, or too many");
        return new SignedNote(note[..(end + 1)], [.. lines.Select(ParseLine)]);
    }

    /// <summary>The note as it is stored and sent.</summary>
    public byte[] ToBytes()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var value = new byte[IdBytes + signature.Value.Length];
            BinaryPrimitives.WriteUInt32BigEndian(value, signature.KeyId);
            signature.Value.CopyTo(value, IdBytes);
            note.Append(LineStart).Append(signature.KeyName).Append(' ').Append(Convert.ToBase64String(value))
                .Append('\n');
        }

        return Utf8.GetBytes(note.ToString());
    }

    /// <summary>The same text with one more signature.</summary>
    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    /// <summary>Whether it has a signature of the key over its text, and none of it that does not verify. For a key of
    /// type <see cref="NoteKeyType.Note"/>; see <see cref="Cosigner"/> for the other.</summary>
    public bool IsSignedBy(NoteKey key)
    {
        var own = Signatures.Where(signature => signature.IsBy(key)).ToList();
        return key.Type == NoteKeyType.Note
            && own.Count > 0
            && own.All(signature => key.Verifies(TextBytes(Text), signature.Value));
    }

    /// <summary>The bytes of a text that signatures are over.</summary>
    internal static byte[] TextBytes(string text) => Utf8.GetBytes(text);

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        Require(bytes.Length <= MaxBytes, "it is too long");
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("The note can't be read: it is not UTF-8.", exception);
        }
    }

    private static NoteSignature ParseLine(string line)
    {
        var parts = line.Split(' ');
        Require(parts.Length == 3 && parts[0] == LineStart.TrimEnd(), "a line under its text is no signature");
        Require(NoteKey.IsValidName(parts[1]), "a signature's key has no name");
        var room = new byte[parts[2].Length];
        var isBase64 = Convert.TryFromBase64String(parts[2], room, out var length)
            && length > IdBytes
            && Convert.ToBase64String(room.AsSpan(0, length)) == parts[2];
        Require(isBase64, "a signature is not canonical base64");
        return new NoteSignature(
            parts[1], BinaryPrimitives.ReadUInt32BigEndian(room), room[IdBytes..length]);
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw new FormatException($"The note can't be read: {problem}.");
    }
}
