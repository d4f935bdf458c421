namespace Gateway.Cli.QrCodes;

/// <summary>A picture in shades of grey, 0 black to 255 white, row by row.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    /// <summary>Columns.</summary>
    public int Width => width;

    /// <summary>Rows.</summary>
    public int Height => height;

    /// <summary>A pixel inside the picture.</summary>
    public byte this[int x, int y] => pixels[(y * width) + x];

    /// <summary>All pixels.</summary>
    public ReadOnlySpan<byte> Pixels => pixels;

    /// <summary>
    /// The shade at a point, between the centres of four pixels; a pixel's centre is half a pixel from its corner.
    /// Outside the picture its edge goes on.
    /// </summary>
    public double At(Point point)
    {
        var x = Math.Clamp(point.X - 0.5, 0, width - 1);
        var y = Math.Clamp(point.Y - 0.5, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (fx, fy) = (x - left, y - top);
        var upper = (this[left, top] * (1 - fx)) + (this[right, top] * fx);
        var lower = (this[left, bottom] * (1 - fx)) + (this[right, bottom] * fx);
        return (upper * (1 - fy)) + (lower * fy);
    }

    /// <summary>The picture at half its size, each pixel the mean of four.</summary>
    public GrayImage Half()
    {
        var (halfWidth, halfHeight) = (width / 2, height / 2);
        var half = new byte[halfWidth * halfHeight];
        for (var y = 0; y < halfHeight; y++)
        {
            for (var x = 0; x < halfWidth; x++)
            {
                var sum = this[2 * x, 2 * y] + this[(2 * x) + 1, 2 * y]
                    + this[2 * x, (2 * y) + 1] + this[(2 * x) + 1, (2 * y) + 1];
                half[(y * halfWidth) + x] = (byte)(sum / 4);
            }
        }

        return new GrayImage(halfWidth, halfHeight, half);
    }

    /// <summary>The picture at twice its size, the pixels between others as those around them are.</summary>
    public GrayImage Twice()
    {
        var (twiceWidth, twiceHeight) = (width * 2, height * 2);
        var twice = new byte[twiceWidth * twiceHeight];
        for (var y = 0; y < twiceHeight; y++)
        {
            for (var x = 0; x < twiceWidth; x++)
                twice[(y * twiceWidth) + x] = (byte)At(new Point((x + 0.5) / 2, (y + 0.5) / 2));
        }

        return new GrayImage(twiceWidth, twiceHeight, twice);
    }
}
