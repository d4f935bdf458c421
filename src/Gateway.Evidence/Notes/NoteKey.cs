using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Gateway.Evidence;

/// <summary>A public Ed25519 key that signed notes are verified with (C2SP signed-note). Immutable;
/// thread-safe.</summary>
public sealed record NoteKey
{
    /// <summary>Bytes of a public key.</summary>
    public const int PublicKeyBytes = 32;

    private readonly byte[] _publicKey;

    /// <summary>Takes a key.</summary>
    /// <param name="name">Its name; for a log's own key the log's origin.</param>
    /// <param name="type">What it signs.</param>
    /// <param name="publicKey">32 bytes (RFC 8032, section 5.1.5).</param>
    /// <exception cref="FormatException">The name can't stand in a note, or the key is none.</exception>
    public NoteKey(string name, NoteKeyType type, ReadOnlySpan<byte> publicKey)
    {
        if (!IsValidName(name))
            throw new FormatException($"'{name}' can't be the name of a note's key.");
        if (!Enum.IsDefined(type) || publicKey.Length != PublicKeyBytes)
            throw new FormatException("Notes are signed with Ed25519 keys of 32 bytes, of type 1 or 4.");
        (Name, Type, _publicKey) = (name, type, publicKey.ToArray());
        Id = BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey]));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What it signs.</summary>
    public NoteKeyType Type { get; }

    /// <summary>Tells it from other keys of its name; not a fingerprint to rely on.</summary>
    public uint Id { get; }

    /// <summary>32 bytes.</summary>
    public ReadOnlySpan<byte> PublicKey => _publicKey;

    /// <summary>Reads a verifier key, <c>name+id+base64</c>.</summary>
    /// <exception cref="FormatException">It is none, or not of one of these types.</exception>
    public static NoteKey Parse(string text)
    {
        var parts = text.Split('+', 3);
        var bytes = new byte[1 + PublicKeyBytes];
        if (parts.Length == 3
            && Convert.TryFromBase64String(parts[2], bytes, out var length) && length == bytes.Length)
        {
            var key = new NoteKey(parts[0], (NoteKeyType)bytes[0], bytes.AsSpan(1));
            if (key.ToString() == text)
                return key;
        }

        throw new FormatException("This is not the verifier key of a note.");
    }

    /// <summary>The verifier key, <c>name+id+base64</c>: what is given to those who verify.</summary>
    public override string ToString() =>
        $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. _publicKey])}";

    /// <summary>Whether two are the same key of the same name and type.</summary>
    public bool Equals(NoteKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(Id & int.MaxValue);

    /// <summary>Whether the text can be a key's name: some, without white space, control characters and
    /// plus.</summary>
    internal static bool IsValidName(string? name) =>
        name is { Length: > 0 } && !name.Any(each => char.IsWhiteSpace(each) || char.IsControl(each) || each == '+');

    /// <summary>Whether the value is this key's signature of the bytes; never throws.</summary>
    internal bool Verifies(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> value) =>
        value.Length == Ed25519.SignatureSize
        && Ed25519.Verify(value.ToArray(), 0, _publicKey, 0, signed.ToArray(), 0, signed.Length);
}
