using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>The bytes of a COSE_Encrypt and of what is derived from it.</summary>
internal static class CoseEncryptForm
{
    private const int Tag = 96;
    private const int HeaderAlgorithm = 1;
    private const int HeaderKeyId = 4;
    private const int HeaderNonce = 5;
    private const int HeaderEphemeralKey = -1;
    private const int A128Gcm = 1;
    private const int A256Gcm = 3;
    private const int EcdhEsHkdf256 = -25;
    private const int NonceBytes = 12;
    private const int KeyType = 1;
    private const int KeyCurve = -1;
    private const int KeyX = -2;
    private const int KeyY = -3;
    private const int TypeEc2 = 2;
    private const int CurveP256 = 1;

    /// <summary>The protected header of the content.</summary>
    public static byte[] ContentHeader() => Header(A128Gcm);

    /// <summary>The protected header of the recipient.</summary>
    public static byte[] RecipientHeader() => Header(EcdhEsHkdf256);

    /// <summary>Writes a message.</summary>
    public static byte[] Write(CoseEncrypt message)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag((CborTag)Tag);
        writer.WriteStartArray(4);
        writer.WriteByteString(message.Protected);
        writer.WriteStartMap(1);
        writer.WriteInt32(HeaderNonce);
        writer.WriteByteString(message.Nonce);
        writer.WriteEndMap();
        writer.WriteByteString(message.Ciphertext);
        writer.WriteStartArray(1);
        writer.WriteStartArray(3);
        writer.WriteByteString(message.RecipientProtected);
        WriteRecipientHeader(writer, message);
        writer.WriteByteString([]);
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads a message. One of another form throws what <see cref="CborForm.IsFault"/> knows.</summary>
    public static CoseEncrypt Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Strict);
        if (reader.ReadTag() != (CborTag)Tag)
            throw new FormatException("Another tag.");
        RequireArray(reader, 4);
        var header = reader.ReadByteString();
        var keyBytes = ReadAlgorithm(header) switch
        {
            A128Gcm => 16,
            A256Gcm => 32,
            _ => throw new FormatException("Another content encryption."),
        };
        reader.ReadMap(1, 1);
        reader.ReadKey(HeaderNonce);
        var nonce = reader.ReadBytes(NonceBytes);
        reader.ReadEndMap();
        var ciphertext = reader.ReadByteString();
        RequireArray(reader, 1);
        RequireArray(reader, 3);
        var recipientHeader = reader.ReadByteString();
        if (ReadAlgorithm(recipientHeader) != EcdhEsHkdf256)
            throw new FormatException("Another key agreement.");
        var (ephemeral, keyId) = ReadRecipientHeader(reader);
        reader.ReadBytes(0);
        reader.ReadEndArray();
        reader.ReadEndArray();
        reader.ReadEndArray();
        return reader.BytesRemaining == 0
            ? new CoseEncrypt(header, keyBytes, nonce, ciphertext, recipientHeader, ephemeral, keyId)
            : throw new FormatException("Bytes follow the message.");
    }

    /// <summary>What is authenticated beside the ciphertext (Enc_structure, RFC 9052, section 5.3).</summary>
    public static byte[] Authenticated(byte[] header, ReadOnlySpan<byte> externalAad)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(3);
        writer.WriteTextString("Encrypt");
        writer.WriteByteString(header);
        writer.WriteByteString(externalAad);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>What the key is derived with (COSE_KDF_Context, RFC 9053, section 5.2).</summary>
    public static byte[] KeyContext(int keyBytes, byte[] recipientHeader)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteInt32(keyBytes == 16 ? A128Gcm : A256Gcm);
        for (var party = 0; party < 2; party++)
        {
            writer.WriteStartArray(3);
            writer.WriteNull();
            writer.WriteNull();
            writer.WriteNull();
            writer.WriteEndArray();
        }
        writer.WriteStartArray(2);
        writer.WriteInt32(keyBytes * 8);
        writer.WriteByteString(recipientHeader);
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    private static byte[] Header(int algorithm)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(1);
        writer.WriteInt32(HeaderAlgorithm);
        writer.WriteInt32(algorithm);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static int ReadAlgorithm(byte[] header)
    {
        var reader = new CborReader(header, CborConformanceMode.Canonical);
        reader.ReadMap(1, 1);
        reader.ReadKey(HeaderAlgorithm);
        var algorithm = reader.ReadInt32();
        reader.ReadEndMap();
        return reader.BytesRemaining == 0 ? algorithm : throw new FormatException("Bytes follow the header.");
    }

    // Keys in the order of canonical CBOR: 4 before -1.
    private static void WriteRecipientHeader(CborWriter writer, CoseEncrypt message)
    {
        writer.WriteStartMap(2);
        writer.WriteInt32(HeaderKeyId);
        writer.WriteByteString(message.RecipientKeyId);
        writer.WriteInt32(HeaderEphemeralKey);
        writer.WriteStartMap(4);
        writer.WriteInt32(KeyType);
        writer.WriteInt32(TypeEc2);
        writer.WriteInt32(KeyCurve);
        writer.WriteInt32(CurveP256);
        writer.WriteInt32(KeyX);
        writer.WriteByteString(message.Ephemeral.X);
        writer.WriteInt32(KeyY);
        writer.WriteBoolean(message.Ephemeral.IsOdd);
        writer.WriteEndMap();
        writer.WriteEndMap();
    }

    private static (P256Point Ephemeral, byte[] KeyId) ReadRecipientHeader(CborReader reader)
    {
        P256Point? ephemeral = null;
        byte[]? keyId = null;
        for (var members = reader.ReadMap(2, 2); members > 0; members--)
        {
            switch (reader.ReadInt32())
            {
                case HeaderKeyId:
                    keyId = reader.ReadByteString();
                    break;
                case HeaderEphemeralKey:
                    ephemeral = ReadEphemeral(reader);
                    break;
                default:
                    throw new FormatException("A member that is not known.");
            }
        }
        reader.ReadEndMap();
        return ephemeral is not null && keyId is not null
            ? (ephemeral, keyId)
            : throw new FormatException("A member is missing.");
    }

    private static P256Point ReadEphemeral(CborReader reader)
    {
        reader.ReadMap(4, 4);
        reader.ReadKey(KeyType);
        var type = reader.ReadInt32();
        reader.ReadKey(KeyCurve);
        if (type != TypeEc2 || reader.ReadInt32() != CurveP256)
            throw new FormatException("Another curve than P-256.");
        reader.ReadKey(KeyX);
        var x = reader.ReadBytes(P256Point.Length);
        reader.ReadKey(KeyY);
        var point = reader.PeekState() == CborReaderState.Boolean
            ? new P256Point(x, Y: null, reader.ReadBoolean())
            : P256Point.Whole(x, reader.ReadBytes(P256Point.Length));
        reader.ReadEndMap();
        return point;
    }

    private static void RequireArray(CborReader reader, int length)
    {
        if (reader.ReadStartArray() != length)
            throw new FormatException("An array of another length.");
    }
}
