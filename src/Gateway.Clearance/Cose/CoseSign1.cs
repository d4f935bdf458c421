using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>
/// COSE_Sign1 with ES256 (RFC 9052, section 4.2; RFC 9053, section 2.1) in the one form that certificates and their
/// lists
/// have: tagged, algorithm and key identifier protected, on a list its type too (RFC 9596), nothing unprotected.
/// </summary>
/// <param name="Protected">The protected header, encoded.</param>
/// <param name="KeyId">Which key signed, 8 bytes.</param>
/// <param name="Type">What it is; null on a certificate.</param>
/// <param name="Payload">What is signed.</param>
/// <param name="Signature">r and s, 32 bytes each.</param>
internal sealed record CoseSign1(
    ReadOnlyMemory<byte> Protected, KeyId KeyId, string? Type, ReadOnlyMemory<byte> Payload,
    ReadOnlyMemory<byte> Signature)
{
    private const int Tag = 18;
    private const int HeaderAlgorithm = 1;
    private const int HeaderKeyId = 4;
    private const int HeaderType = 16;
    private const int Es256 = -7;

    /// <summary>Signs a payload.</summary>
    public static byte[] Sign(string? type, byte[] payload, IClearanceSigner signer)
    {
        var header = WriteHeader(KeyId.Of(signer.PublicKey.Span), type);
        var signature = signer.Sign(new CoseToBeSigned(header, payload));
        if (signature.Length != EcdsaSignature.Length || !EcdsaSignature.IsLowS(signature))
            throw new InvalidOperationException("The signer made a signature of another form.");

        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag((CborTag)Tag);
        writer.WriteStartArray(4);
        writer.WriteByteString(header);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads one whose bytes are one CBOR item in its deterministic form.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="type">What it has to be; null for a certificate.</param>
    /// <param name="fault">What is wrong; NONE where nothing is.</param>
    /// <returns>Null where something is wrong.</returns>
    public static CoseSign1? Read(ReadOnlyMemory<byte> bytes, string? type, out ClearanceReason fault)
    {
        fault = ClearanceReason.NotTagged;
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Canonical);
            if (reader.PeekState() != CborReaderState.Tag || reader.ReadTag() != (CborTag)Tag)
                return null;

            fault = ClearanceReason.HeaderWrong;
            if (reader.ReadStartArray() != 4)
                return null;
            var header = reader.ReadByteString();
            var keyId = ReadHeader(header, type);
            reader.ReadMap(0, 0);
            reader.ReadEndMap();
            var payload = reader.ReadByteString();
            var signature = reader.ReadBytes(EcdsaSignature.Length);
            reader.ReadEndArray();
            fault = ClearanceReason.None;
            return new CoseSign1(header, keyId, type, payload, signature);
        }
        catch (Exception e) when (CborForm.IsFault(e))
        {
            return null;
        }
    }

    /// <summary>The bytes that the signature is over.</summary>
    public CoseToBeSigned ToBeSigned() => new(Protected, Payload);

    private static byte[] WriteHeader(KeyId keyId, string? type)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(type is null ? 2 : 3);
        writer.WriteInt32(HeaderAlgorithm);
        writer.WriteInt32(Es256);
        writer.WriteInt32(HeaderKeyId);
        writer.WriteByteString(keyId.ToBytes());
        if (type is not null)
        {
            writer.WriteInt32(HeaderType);
            writer.WriteTextString(type);
        }
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static KeyId ReadHeader(byte[] header, string? type)
    {
        var reader = new CborReader(header, CborConformanceMode.Canonical);
        var members = type is null ? 2 : 3;
        reader.ReadMap(members, members);
        reader.ReadKey(HeaderAlgorithm);
        if (reader.ReadInt32() != Es256)
            throw new FormatException("Another algorithm than ES256.");
        reader.ReadKey(HeaderKeyId);
        var keyId = KeyId.FromBytes(reader.ReadBytes(KeyId.Length));
        if (type is not null)
        {
            reader.ReadKey(HeaderType);
            if (reader.ReadTextString() != type)
                throw new FormatException("It is of another type.");
        }
        reader.ReadEndMap();
        return reader.BytesRemaining == 0 ? keyId : throw new FormatException("Bytes follow the header.");
    }
}
