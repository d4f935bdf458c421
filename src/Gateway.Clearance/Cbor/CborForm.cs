using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>What is wrong with the form of a CBOR item.</summary>
internal enum CborFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is no CBOR.</summary>
    Malformed,

    /// <summary>Bytes follow it.</summary>
    TrailingBytes,

    /// <summary>A map has a key twice.</summary>
    DuplicateKeys,

    /// <summary>It is not in its one deterministic form: a length or number that is not the shortest, keys out of order, an
    /// indefinite length.</summary>
    NotCanonical,
}

/// <summary>Holds CBOR to its one deterministic form (RFC 8949, section 4.2.1). Thread-safe.</summary>
internal static class CborForm
{
    /// <summary>What is wrong with the form of these bytes, which should be one item.</summary>
    public static CborFault Check(ReadOnlyMemory<byte> bytes)
    {
        if (IsOneItem(bytes, CborConformanceMode.Canonical, out var hasMore))
            return hasMore ? CborFault.TrailingBytes : CborFault.None;
        if (!IsOneItem(bytes, CborConformanceMode.Lax, out _))
            return CborFault.Malformed;
        return IsOneItem(bytes, CborConformanceMode.Strict, out _) ? CborFault.NotCanonical : CborFault.DuplicateKeys;
    }

    /// <summary>Whether an exception of a <see cref="CborReader"/> says that the bytes are not what was expected.</summary>
    public static bool IsFault(Exception exception) => exception is CborContentException or InvalidOperationException
        or OverflowException or FormatException or ArgumentException;

    private static bool IsOneItem(ReadOnlyMemory<byte> bytes, CborConformanceMode mode, out bool hasMore)
    {
        hasMore = false;
        try
        {
            var reader = new CborReader(bytes, mode, allowMultipleRootLevelValues: true);
            if (reader.PeekState() == CborReaderState.Finished)
                return false;
            reader.SkipValue();
            hasMore = reader.BytesRemaining > 0;
            return true;
        }
        catch (Exception e) when (IsFault(e))
        {
            return false;
        }
    }
}
