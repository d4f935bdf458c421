using System.Formats.Cbor;

namespace Gateway.Clearance;

/// <summary>
/// Reads the members of a map one after the other. A member that is not as expected throws what
/// <see cref="CborForm.IsFault"/> knows.
/// </summary>
internal static class CborMembers
{
    // 9999-12-31T23:59:59Z.
    private const ulong LastSecond = 253_402_300_799;

    /// <summary>Enters a map with at least and at most so many members.</summary>
    public static int ReadMap(this CborReader reader, int min, int max)
    {
        var count = reader.ReadStartMap() ?? throw new FormatException("A map of indefinite length.");
        return count >= min && count <= max ? count : throw new FormatException("A map of another size.");
    }

    /// <summary>Reads the key of the next member, which has to be this one.</summary>
    public static void ReadKey(this CborReader reader, int key)
    {
        if (reader.ReadInt32() != key)
            throw new FormatException("Another member was expected.");
    }

    /// <summary>Reads a byte string of exactly this length.</summary>
    public static byte[] ReadBytes(this CborReader reader, int length)
    {
        var bytes = reader.ReadByteString();
        return bytes.Length == length ? bytes : throw new FormatException("Bytes of another length.");
    }

    /// <summary>Reads a text of 1 to so many characters, none of them a control.</summary>
    public static string ReadText(this CborReader reader, int maxChars)
    {
        var text = reader.ReadTextString();
        return text.Length >= 1 && text.Length <= maxChars && !text.Any(char.IsControl)
            ? text
            : throw new FormatException("A text that is empty, too long or has controls.");
    }

    /// <summary>Reads a moment: seconds since 1970 (RFC 8392, section 2).</summary>
    public static DateTimeOffset ReadSeconds(this CborReader reader)
    {
        var seconds = reader.ReadUInt64();
        return seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : throw new FormatException("A moment that is too far away.");
    }

    /// <summary>Writes a moment; what is below a second is left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is before 1970.</exception>
    public static void WriteSeconds(this CborWriter writer, DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, DateTimeOffset.UnixEpoch);
        writer.WriteUInt64((ulong)moment.ToUnixTimeSeconds());
    }
}
