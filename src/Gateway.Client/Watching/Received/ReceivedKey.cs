using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Client.Watching.Received;

/// <summary>Tells the evidence in one folder from all other: a digest of its files.</summary>
internal readonly record struct ReceivedKey(UInt128 High, UInt128 Low)
{
    private const int HalfBytes = 16;

    /// <summary>The key of files.</summary>
    public static ReceivedKey Of(byte[]? statement, byte[] batch, byte[] signature) => Of(SHA256.HashData(
    [
        .. SHA256.HashData(statement ?? []), .. SHA256.HashData(batch), .. SHA256.HashData(signature),
    ]));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ReceivedKey Parse(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        return bytes.Length == 2 * HalfBytes
            ? Of(bytes)
            : throw new FormatException("a key in its history is not 32 bytes.");
    }

    /// <summary>Lower-case hex.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";

    private static ReceivedKey Of(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[HalfBytes..]));
}
