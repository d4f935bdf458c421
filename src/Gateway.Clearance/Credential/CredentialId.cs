using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// Names one code: the CWT claim <c>cti</c> (RFC 8392, section 3.1.7), eight random bytes. Revocation is by it.
/// </summary>
public readonly record struct CredentialId
{
    /// <summary>How many bytes it has.</summary>
    public const int Length = 8;

    private readonly ulong _value;

    private CredentialId(ulong value) => _value = value;

    /// <summary>A new one.</summary>
    public static CredentialId New() => FromBytes(RandomNumberGenerator.GetBytes(Length));

    /// <summary>The identifier with these eight bytes.</summary>
    /// <exception cref="ArgumentException">There are not eight.</exception>
    public static CredentialId FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new CredentialId(BinaryPrimitives.ReadUInt64BigEndian(bytes))
        : throw new ArgumentException("A credential identifier has eight bytes.", nameof(bytes));

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
