using System.Buffers.Binary;
using BigGustave;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.QrCodes;

/// <summary>Pictures on disk: PNG and JPEG. What they are is told by their content.</summary>
internal static class ImageFile
{
    private const int MaxBytes = 32 * 1024 * 1024;

    // A page of A4 at 600 dots per inch has 35 million.
    private const long MaxPixels = 64_000_000;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="UsageException">It is too large, or no picture that can be read.</exception>
    public static async Task<GrayImage> ReadAsync(string path, CancellationToken stop)
    {
        if (new FileInfo(path).Length > MaxBytes)
            throw new UsageException($"'{path}' is larger than 32 MiB.");

        var content = await File.ReadAllBytesAsync(path, stop);
        try
        {
            return Read(content) ?? throw new UsageException($"'{path}' is neither PNG nor JPEG.");
        }
        catch (Exception e) when (e is not (UsageException or OutOfMemoryException))
        {
            // Both readers throw whatever a damaged picture leads them to.
            throw new UsageException($"'{path}' cannot be read as a picture: {e.Message}");
        }
    }

    /// <summary>The picture; null where the content is neither PNG nor JPEG.</summary>
    internal static GrayImage? Read(byte[] content)
    {
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
            return ReadPng(content);
        return content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegPicture.Read(content) : null;
    }

    /// <summary>Holds the size against the largest that is read.</summary>
    internal static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0 || width * height > MaxPixels)
            throw new UsageException("The picture has more than 64 million pixels, or none.");
    }

    // ISO/IEC 15948, 11.2.2: width and height follow the signature and the head of the first chunk.
    private static GrayImage ReadPng(byte[] content)
    {
        Check(
            BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(16)),
            BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(20)));
        var png = Png.Open(content);
        var gray = new byte[png.Width * png.Height];
        for (var y = 0; y < png.Height; y++)
        {
            for (var x = 0; x < png.Width; x++)
                gray[(y * png.Width) + x] = OnWhite(png.GetPixel(x, y));
        }

        return new GrayImage(png.Width, png.Height, gray);
    }

    // Weights of ITU-R BT.601; what is transparent shows the paper.
    private static byte OnWhite(Pixel pixel)
    {
        var luma = ((299 * pixel.R) + (587 * pixel.G) + (114 * pixel.B)) / 1000;
        return (byte)(((luma * pixel.A) + (byte.MaxValue * (byte.MaxValue - pixel.A))) / byte.MaxValue);
    }
}
