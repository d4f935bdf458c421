using System.IO.Compression;

namespace Gateway.Cli.QrCodes;

/// <summary>A PNG picture (ISO/IEC 15948), of which only the luma is read; what is transparent shows white.</summary>
internal static class PngPicture
{
    private const int OfPalette = 3;

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidDataException">It is damaged, or in a form that is not read.</exception>
    /// <exception cref="EndOfStreamException">It has too few rows.</exception>
    public static GrayImage Read(ReadOnlySpan<byte> file)
    {
        var png = PngChunks.Read(file);
        ImageFile.Check(png.Width, png.Height);
        var (width, height) = ((int)png.Width, (int)png.Height);
        var samples = SamplesOf(png);
        var step = Math.Max(1, samples * png.BitDepth / 8);
        var row = new byte[RowBytes(width, samples, png.BitDepth)];
        var above = new byte[row.Length];
        var gray = new byte[width * height];

        // No more is taken out of the compressed data than the rows need.
        using var data = new ZLibStream(png.Data, CompressionMode.Decompress);
        for (var y = 0; y < height; y++)
        {
            var filter = data.ReadByte();
            data.ReadExactly(row);
            Unfilter(filter, row, above, step);
            for (var x = 0; x < width; x++)
                gray[(y * width) + x] = Shade(png, row, x * samples, samples);
            (row, above) = (above, row);
        }

        return new GrayImage(width, height, gray);
    }

    // Table 11.1; other depths do not occur with these types.
    private static int SamplesOf(PngChunks png) => (png.ColourType, png.BitDepth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) => 1,
        (2, 8 or 16) => 3,
        (OfPalette, 1 or 2 or 4 or 8) => 1,
        (4, 8 or 16) => 2,
        (6, 8 or 16) => 4,
        _ => throw new InvalidDataException("its colours are of a form that there is not."),
    };

    private static int RowBytes(int width, int samples, int depth) =>
        checked((int)((((long)width * samples * depth) + 7) / 8));

    // 9.2. The bytes before a row's first and above the first row are zero.
    private static void Unfilter(int filter, byte[] row, byte[] above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= step ? row[i - step] : 0;
            var up = above[i];
            var upLeft = i >= step ? above[i - step] : 0;
            var predicted = filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, upLeft),
                _ => throw new InvalidDataException("it is damaged."),
            };
            row[i] = (byte)((row[i] + predicted) & byte.MaxValue);
        }
    }

    private static int Paeth(int left, int up, int upLeft)
    {
        var estimate = left + up - upLeft;
        var (toLeft, toUp, toUpLeft) =
            (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upLeft));
        if (toLeft <= toUp && toLeft <= toUpLeft)
            return left;
        return toUp <= toUpLeft ? up : upLeft;
    }

    private static byte Shade(PngChunks png, byte[] row, int first, int samples)
    {
        if (png.ColourType == OfPalette)
            return PaletteShade(png, Sample(row, first, png.BitDepth));

        var value = Scaled(png, row, first);
        var luma = samples >= 3 ? Luma(value, Scaled(png, row, first + 1), Scaled(png, row, first + 2)) : value;
        return samples % 2 == 0 ? OnWhite(luma, Scaled(png, row, first + samples - 1)) : (byte)luma;
    }

    private static byte PaletteShade(PngChunks png, int index)
    {
        var at = index * 3;
        if (at + 2 >= png.Palette.Length)
            throw new InvalidDataException("it is damaged.");
        var luma = Luma(png.Palette[at], png.Palette[at + 1], png.Palette[at + 2]);
        return OnWhite(luma, index < png.PaletteAlpha.Length ? png.PaletteAlpha[index] : byte.MaxValue);
    }

    // A sample from 0 to 255, whatever its depth.
    private static int Scaled(PngChunks png, byte[] row, int at) => png.BitDepth <= 8
        ? Sample(row, at, png.BitDepth) * byte.MaxValue / ((1 << png.BitDepth) - 1)
        : row[at * 2];

    private static int Sample(byte[] row, int at, int depth)
    {
        var bit = at * depth;
        return (row[bit / 8] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1);
    }

    // Weights of ITU-R BT.601.
    private static int Luma(int red, int green, int blue) => ((299 * red) + (587 * green) + (114 * blue)) / 1000;

    private static byte OnWhite(int luma, int alpha) =>
        (byte)(((luma * alpha) + (byte.MaxValue * (byte.MaxValue - alpha))) / byte.MaxValue);
}
