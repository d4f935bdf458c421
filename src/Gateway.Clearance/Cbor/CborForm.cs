using System.Formats.Cbor;
using System.Text.Unicode;

namespace Gateway.Clearance;

/// <summary>What is wrong with the form of a CBOR item.</summary>
internal enum CborFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no CBOR, has a text that is none, or is nested deeper than anything here.</summary>
    Malformed,

    /// <summary>Bytes follow it.</summary>
    TrailingBytes,

    /// <summary>A map has a key twice.</summary>
    DuplicateKeys,

    /// <summary>It is not in its one deterministic form: a length or number that is not the shortest, keys out of
    /// order, an indefinite length.</summary>
    NotCanonical,
}

/// <summary>Holds CBOR to its one deterministic form (RFC 8949, section 4.2.1). Thread-safe.</summary>
internal static class CborForm
{
    // What is read here needs half of it; a reader keeps a frame for each level, so that a file of nothing but levels
    // would take many times its size.
    private const int MaxDepth = 16;

    // Up to here a simple value has one byte (RFC 8949, section 3.3).
    private const int LastShortSimpleValue = 31;

    /// <summary>What is wrong with the form of these bytes, which should be one item.</summary>
    public static CborFault Check(ReadOnlyMemory<byte> bytes)
    {
        if (IsOneItem(bytes, CborConformanceMode.Canonical, out var hasMore))
            return hasMore ? CborFault.TrailingBytes : CborFault.None;
        if (!IsOneItem(bytes, CborConformanceMode.Lax, out _))
            return CborFault.Malformed;
        return IsOneItem(bytes, CborConformanceMode.Strict, out _) ? CborFault.NotCanonical : CborFault.DuplicateKeys;
    }

    /// <summary>Whether an exception of a <see cref="CborReader"/> says that the bytes are not as expected.</summary>
    public static bool IsFault(Exception exception) => exception is CborContentException or InvalidOperationException
        or OverflowException or FormatException or ArgumentException;

    private static bool IsOneItem(ReadOnlyMemory<byte> bytes, CborConformanceMode mode, out bool hasMore)
    {
        hasMore = false;
        try
        {
            var reader = new CborReader(bytes, mode, allowMultipleRootLevelValues: true);
            ReadItem(reader);
            hasMore = reader.BytesRemaining > 0;
            return true;
        }
        catch (Exception e) when (IsFault(e))
        {
            return false;
        }
    }

    private static void ReadItem(CborReader reader)
    {
        bool isTagged;
        do
        {
            isTagged = false;
            switch (reader.PeekState())
            {
                case CborReaderState.Tag:
                    reader.ReadTag();
                    isTagged = true;
                    break;
                case CborReaderState.StartArray:
                    reader.ReadStartArray();
                    break;
                case CborReaderState.EndArray:
                    reader.ReadEndArray();
                    break;
                case CborReaderState.StartMap:
                    reader.ReadStartMap();
                    break;
                case CborReaderState.EndMap:
                    reader.ReadEndMap();
                    break;
                default:
                    ReadLeaf(reader);
                    break;
            }
            if (reader.CurrentDepth > MaxDepth)
                throw new FormatException("It is nested too deeply.");
        }
        while (isTagged || reader.CurrentDepth > 0);
    }

    // A lax reader takes texts that are not UTF-8 and simple values of two bytes that need one; neither is valid CBOR.
    private static void ReadLeaf(CborReader reader)
    {
        var remaining = reader.BytesRemaining;
        switch (reader.PeekState())
        {
            case CborReaderState.TextString:
                ReadText(reader);
                break;
            case CborReaderState.StartIndefiniteLengthTextString:
                reader.ReadStartIndefiniteLengthTextString();
                while (reader.PeekState() != CborReaderState.EndIndefiniteLengthTextString)
                    ReadText(reader);
                reader.ReadEndIndefiniteLengthTextString();
                break;
            case CborReaderState.SimpleValue:
                if ((int)reader.ReadSimpleValue() <= LastShortSimpleValue && remaining - reader.BytesRemaining > 1)
                    throw new FormatException("A simple value has more bytes than it may.");
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static void ReadText(CborReader reader)
    {
        if (!Utf8.IsValid(reader.ReadDefiniteLengthTextStringBytes().Span))
            throw new FormatException("A text is no UTF-8.");
    }
}
