using System.Buffers.Binary;

namespace Gateway.Domain;

/// <summary>
/// The structure of a JPEG file (ITU-T T.81, annex B): segment by segment from the start to the end, a frame before the
/// first scan. What some cameras write behind the end is refused.
/// </summary>
internal static class JpegFile
{
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte FirstRestart = 0xD0;
    private const byte LastRestart = 0xD7;
    private const int FrameFixedBytes = 6;
    private const int FrameComponentBytes = 3;

    /// <summary>What every JPEG file begins with.</summary>
    public static ReadOnlySpan<byte> Start => [0xFF, StartOfImage, 0xFF];

    /// <summary>What is wrong with a file that begins as one; null for nothing.</summary>
    public static string? Problem(ReadOnlySpan<byte> file)
    {
        var rest = file[2..];
        var hasFrame = false;
        var hasScan = false;
        while (TryReadMarker(ref rest, out var marker))
        {
            if (marker == EndOfImage)
                return EndProblem(hasScan, rest.Length);
            if (!TryReadSegment(marker, ref rest, out var segment) || (marker == StartOfScan && !hasFrame))
                break;
            if (IsFrame(marker))
            {
                if (hasFrame)
                    return "is a JPEG file with two frames";
                hasFrame = true;
                if (FrameProblem(segment) is { } problem)
                    return problem;
            }
            else if (marker == StartOfScan)
            {
                hasScan = true;
                rest = rest[ScanLength(rest)..];
            }
        }

        return "is a JPEG file that is cut off or damaged";
    }

    // B.1.1.2: any number of 0xFF, then the marker's code.
    private static bool TryReadMarker(ref ReadOnlySpan<byte> rest, out byte marker)
    {
        marker = 0;
        var fill = rest.IndexOfAnyExcept((byte)0xFF);
        if (fill < 1)
            return false;
        marker = rest[fill];
        rest = rest[(fill + 1)..];
        return true;
    }

    // B.1.1.4: a length that counts its own two bytes. Markers without one have no place between segments.
    private static bool TryReadSegment(byte marker, ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> segment)
    {
        segment = default;
        if (marker is < 0xC0 or (>= FirstRestart and <= StartOfImage) || rest.Length < 2)
            return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2 || length > rest.Length)
            return false;
        segment = rest[2..length];
        rest = rest[length..];
        return true;
    }

    // B.1.1.5: in the data of a scan 0xFF stands only before a zero, or begins a restart marker.
    private static int ScanLength(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i + 1 < data.Length; i++)
        {
            if (data[i] == 0xFF && data[i + 1] is not (0 or (>= FirstRestart and <= LastRestart)))
                return i;
        }

        return data.Length;
    }

    // Table B.1: the frames are C0 to CF but for the tables DHT (C4) and DAC (CC), and C8, which is reserved.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static string? FrameProblem(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < FrameFixedBytes + FrameComponentBytes
            || frame.Length != FrameFixedBytes + (FrameComponentBytes * frame[5]))
            return "is a JPEG file whose frame is wrong";
        return PictureSize.Problem(
            BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
    }

    private static string? EndProblem(bool hasScan, int after)
    {
        if (!hasScan)
            return "is a JPEG file without a picture";
        return after > 0 ? "has bytes after the end of the JPEG file" : null;
    }
}
