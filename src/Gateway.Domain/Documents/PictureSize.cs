namespace Gateway.Domain;

/// <summary>How large a picture may be: a few kilobytes can claim more pixels than any viewer has memory for.</summary>
internal static class PictureSize
{
    /// <summary>Most pixels on a side.</summary>
    public const int MaxSide = 20_000;

    /// <summary>Most pixels in all.</summary>
    public const long MaxPixels = 100_000_000;

    /// <summary>What is wrong with a picture's size; null for nothing.</summary>
    public static string? Problem(uint width, uint height)
    {
        if (width == 0 || height == 0)
            return "has a picture without width or height";
        return width > MaxSide || height > MaxSide || (long)width * height > MaxPixels
            ? "has a picture of more than 20,000 pixels on a side or 100 million in all"
            : null;
    }
}
