namespace Gateway.Cli.QrCodes;

/// <summary>Which pixels of a picture are dark.</summary>
internal sealed class DarkMap
{
    // Darker than its surroundings by this share; paper has a grain.
    private const double Margin = 0.93;

    private readonly bool[] _dark;

    private DarkMap(GrayImage image, bool[] dark) => (Width, Height, _dark) = (image.Width, image.Height, dark);

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Whether a pixel is dark; none outside the picture is.</summary>
    public bool this[int x, int y] => x >= 0 && y >= 0 && x < Width && y < Height && _dark[(y * Width) + x];

    /// <summary>One threshold for all: the one that parts the shades best (Otsu 1979). For scans and screens.</summary>
    public static DarkMap OfWhole(GrayImage image)
    {
        var counts = new long[256];
        foreach (var pixel in image.Pixels)
            counts[pixel]++;
        var threshold = BestThreshold(counts);
        var dark = new bool[image.Pixels.Length];
        for (var i = 0; i < dark.Length; i++)
            dark[i] = image.Pixels[i] <= threshold;
        return new DarkMap(image, dark);
    }

    /// <summary>Dark is what is darker than the mean of the square around it. For uneven light.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="radius">Half of the square's side, pixels; the square has to be larger than what is looked
    /// for.</param>
    public static DarkMap OfSurroundings(GrayImage image, int radius)
    {
        var sums = Sums(image);
        var stride = image.Width + 1;
        var dark = new bool[image.Pixels.Length];
        for (var y = 0; y < image.Height; y++)
        {
            var (top, bottom) = (Math.Max(0, y - radius), Math.Min(image.Height, y + radius + 1));
            for (var x = 0; x < image.Width; x++)
            {
                var (left, right) = (Math.Max(0, x - radius), Math.Min(image.Width, x + radius + 1));
                var sum = sums[(bottom * stride) + right] - sums[(top * stride) + right]
                    - sums[(bottom * stride) + left] + sums[(top * stride) + left];
                var mean = (double)sum / ((bottom - top) * (right - left));
                dark[(y * image.Width) + x] = image[x, y] < mean * Margin;
            }
        }

        return new DarkMap(image, dark);
    }

    private static int BestThreshold(long[] counts)
    {
        var all = counts.Sum();
        var weighted = counts.Select((count, shade) => (double)count * shade).Sum();
        var (best, bestVariance) = (127, -1.0);
        long below = 0;
        double weightedBelow = 0;
        for (var shade = 0; shade < counts.Length; shade++)
        {
            below += counts[shade];
            weightedBelow += (double)counts[shade] * shade;
            if (below == 0 || below == all)
                continue;
            var difference = (weightedBelow / below) - ((weighted - weightedBelow) / (all - below));
            var variance = (double)below * (all - below) * difference * difference;
            if (variance > bestVariance)
                (best, bestVariance) = (shade, variance);
        }

        return best;
    }

    // At each corner the sum of all pixels above and to the left of it.
    private static long[] Sums(GrayImage image)
    {
        var stride = image.Width + 1;
        var sums = new long[stride * (image.Height + 1)];
        for (var y = 0; y < image.Height; y++)
        {
            long row = 0;
            for (var x = 0; x < image.Width; x++)
            {
                row += image[x, y];
                sums[((y + 1) * stride) + x + 1] = sums[(y * stride) + x + 1] + row;
            }
        }

        return sums;
    }
}
