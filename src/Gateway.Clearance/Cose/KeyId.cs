using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>Names a public key: the first eight bytes of SHA-256 over its SubjectPublicKeyInfo. Two keys may share
/// one.</summary>
public readonly record struct KeyId
{
    /// <summary>How many bytes it has.</summary>
    public const int Length = 8;

    private readonly ulong _value;

    private KeyId(ulong value) => _value = value;

    /// <summary>The identifier of a key.</summary>
    /// <param name="subjectPublicKeyInfo">The key, DER.</param>
    public static KeyId Of(ReadOnlySpan<byte> subjectPublicKeyInfo) =>
        FromBytes(SHA256.HashData(subjectPublicKeyInfo).AsSpan(0, Length));

    /// <summary>The identifier with these eight bytes.</summary>
    /// <exception cref="ArgumentException">There are not eight.</exception>
    public static KeyId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new KeyId(BinaryPrimitives.ReadUInt64BigEndian(bytes))
        : throw new ArgumentException("A key identifier has eight bytes.", nameof(bytes));

    /// <summary>The eight bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, _value);
        return bytes;
    }

    /// <summary>16 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
