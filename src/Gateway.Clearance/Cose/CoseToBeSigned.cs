using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>
/// What a COSE_Sign1 is signed over: its protected header and its payload (Sig_structure, RFC 9052, section 4.4). Only
/// this library makes one, so a signer's key signs certificates and their lists and nothing else. Immutable.
/// </summary>
public sealed class CoseToBeSigned
{
    internal CoseToBeSigned(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> payload)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(header.Span);
        writer.WriteByteString([]);
        writer.WriteByteString(payload.Span);
        writer.WriteEndArray();
        Bytes = writer.Encode();
    }

    /// <summary>The bytes to sign, to be digested with SHA-256.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }
}
