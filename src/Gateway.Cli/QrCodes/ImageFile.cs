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
            // The reader of JPEG throws whatever a damaged picture leads it to.
            throw new UsageException($"'{path}' cannot be read as a picture: {e.Message}");
        }
    }

    /// <summary>The picture; null where the content is neither PNG nor JPEG.</summary>
    internal static GrayImage? Read(byte[] content)
    {
        if (content.AsSpan().StartsWith(PngChunks.Signature))
            return PngPicture.Read(content);
        return content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegPicture.Read(content) : null;
    }

    /// <summary>Holds the size against the largest that is read.</summary>
    internal static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0 || width * height > MaxPixels)
            throw new UsageException("The picture has more than 64 million pixels, or none.");
    }
}
