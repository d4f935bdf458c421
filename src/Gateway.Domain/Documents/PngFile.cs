using System.Buffers.Binary;

namespace Gateway.Domain;

/// <summary>
/// The structure of a PNG file (W3C, Portable Network Graphics, third edition, section 5): every chunk whole and with
/// its checksum, the header first, picture data, the end last.
/// </summary>
internal static class PngFile
{
    private const int HeaderBytes = 13;
    private const int ChunkOverhead = 12;
    private const uint Header = 0x49484452; // IHDR
    private const uint Palette = 0x504C5445; // PLTE
    private const uint Data = 0x49444154; // IDAT
    private const uint End = 0x49454E44; // IEND

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>What every PNG file begins with.</summary>
    public static ReadOnlySpan<byte> Start => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What is wrong with a file that begins as one; null for nothing.</summary>
    public static string? Problem(ReadOnlySpan<byte> file)
    {
        var rest = file[Start.Length..];
        var hasHeader = false;
        var hasData = false;
        while (TryReadChunk(ref rest, out var type, out var data))
        {
            if (!hasHeader && type != Header)
                break;
            switch (type)
            {
                case Header when hasHeader:
                    return "is a PNG file with two headers";
                case Header:
                    hasHeader = true;
                    if (HeaderProblem(data) is { } problem)
                        return problem;
                    break;
                case Data:
                    hasData = true;
                    break;
                case End:
                    return EndProblem(hasData, rest.Length);
                case not Palette when IsCritical(type):
                    return "is a PNG file with a part that no common viewer reads";
            }
        }

        return hasHeader ? "is a PNG file that is cut off or damaged" : "is a PNG file without its header";
    }

    // Section 5.3: length, type, data, CRC-32 over type and data.
    private static bool TryReadChunk(ref ReadOnlySpan<byte> rest, out uint type, out ReadOnlySpan<byte> data)
    {
        type = 0;
        data = default;
        if (rest.Length < ChunkOverhead)
            return false;
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - ChunkOverhead)
            return false;
        var checkedPart = rest.Slice(4, 4 + (int)length);
        if (Crc(checkedPart) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]))
            return false;
        type = BinaryPrimitives.ReadUInt32BigEndian(checkedPart);
        data = checkedPart[4..];
        rest = rest[(ChunkOverhead + (int)length)..];
        return true;
    }

    private static string? HeaderProblem(ReadOnlySpan<byte> data)
    {
        if (data.Length != HeaderBytes || !IsKnownForm(data[8], data[9]) || data[10] != 0 || data[11] != 0
            || data[12] > 1)
            return "is a PNG file whose header is wrong";
        return PictureSize.Problem(
            BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
    }

    // Section 11.2.1, table 12: which bit depths go with which colour type.
    private static bool IsKnownForm(byte depth, byte colour) => colour switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        3 => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };

    private static string? EndProblem(bool hasData, int after)
    {
        if (!hasData)
            return "is a PNG file without a picture";
        return after > 0 ? "has bytes after the end of the PNG file" : null;
    }

    // Section 5.4: bit 5 of the first byte.
    private static bool IsCritical(uint type) => (type & 0x2000_0000) == 0;

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    // Annex D.
    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : 0xEDB8_8320 ^ (value >> 1);
            table[i] = value;
        }

        return table;
    }
}
