using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gateway.EvidenceLog;

/// <summary>A SHA-256 digest as a key that needs no memory of its own.</summary>
internal readonly record struct DigestKey(UInt128 First, UInt128 Second)
{
    internal static DigestKey Of(ReadOnlySpan<byte> data)
    {
        var key = default(DigestKey);
        SHA256.HashData(data, MemoryMarshal.AsBytes(new Span<DigestKey>(ref key)));
        return key;
    }

    internal byte[] ToBytes() => MemoryMarshal.AsBytes(new ReadOnlySpan<DigestKey>(in this)).ToArray();
}
