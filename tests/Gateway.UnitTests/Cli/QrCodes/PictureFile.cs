using System.Buffers.Binary;
using System.IO.Compression;
using BitMiracle.LibJpeg.Classic;
using Gateway.Cli.QrCodes;

namespace Gateway.UnitTests.Cli.QrCodes;

/// <summary>Pictures as files.</summary>
internal static class PictureFile
{
    /// <summary>As PNG, with the filter of each row another one.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="colourType">0 grey, 2 colours, 3 a palette, 4 grey and alpha, 6 colours and alpha.</param>
    /// <param name="depth">Bits of a sample.</param>
    public static byte[] Png(GrayImage image, int colourType = 2, int depth = 8)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), image.Height);
        (header[8], header[9]) = ((byte)depth, (byte)colourType);
        using var file = new MemoryStream();
        file.Write(PngChunks.Signature);
        Chunk(file, "IHDR"u8, header);
        if (colourType == 3)
        {
            var greys = Enumerable.Range(0, 1 << depth).Select(value => Grey(value, depth));
            Chunk(file, "PLTE"u8, [.. greys.SelectMany(grey => Enumerable.Repeat(grey, 3))]);
        }

        // In two parts, as encoders do.
        var data = Compressed(image, colourType, depth);
        Chunk(file, "IDAT"u8, data[..(data.Length / 2)]);
        Chunk(file, "tEXt"u8, "Comment\0"u8.ToArray());
        Chunk(file, "IDAT"u8, data[(data.Length / 2)..]);
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>As JPEG, of a quality from 0 to 100.</summary>
    public static byte[] Jpeg(GrayImage image, int quality)
    {
        using var stream = new MemoryStream();
        var jpeg = new jpeg_compress_struct(new jpeg_error_mgr());
        jpeg.jpeg_stdio_dest(stream);
        (jpeg.Image_width, jpeg.Image_height) = (image.Width, image.Height);
        (jpeg.Input_components, jpeg.In_color_space) = (1, J_COLOR_SPACE.JCS_GRAYSCALE);
        jpeg.jpeg_set_defaults();
        jpeg.jpeg_set_quality(quality, force_baseline: true);
        jpeg.jpeg_start_compress(write_all_tables: true);
        for (var y = 0; y < image.Height; y++)
            jpeg.jpeg_write_scanlines([image.Pixels.Slice(y * image.Width, image.Width).ToArray()], 1);
        jpeg.jpeg_finish_compress();
        return stream.ToArray();
    }

    private static byte Grey(int value, int depth) => (byte)(value * 255 / ((1 << depth) - 1));

    // The checksum is left at zero: readers of pictures do not need it, zlib has its own.
    private static void Chunk(Stream file, ReadOnlySpan<byte> type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        file.Write(length);
        file.Write(type);
        file.Write(data);
        file.Write(new byte[4]);
    }

    private static byte[] Compressed(GrayImage image, int colourType, int depth)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            var step = Math.Max(1, SamplesOf(colourType) * depth / 8);
            var above = Array.Empty<byte>();
            for (var y = 0; y < image.Height; y++)
            {
                var row = Row(image, y, colourType, depth);
                zlib.Write(Filtered(y % 5, row, y == 0 ? new byte[row.Length] : above, step));
                above = row;
            }
        }

        return compressed.ToArray();
    }

    private static int SamplesOf(int colourType) => colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private static byte[] Row(GrayImage image, int y, int colourType, int depth)
    {
        var bits = new List<bool>();
        for (var x = 0; x < image.Width; x++)
        {
            for (var sample = 0; sample < SamplesOf(colourType); sample++)
            {
                // With alpha the picture is black, and its light parts are transparent.
                var isAlpha = colourType is 4 or 6 && sample == SamplesOf(colourType) - 1;
                var shade = colourType is 4 or 6 ? (isAlpha ? 255 - image[x, y] : 0) : image[x, y];
                var value = depth == 16 ? shade * 257 : shade >> (8 - depth);
                for (var bit = depth - 1; bit >= 0; bit--)
                    bits.Add((value >> bit & 1) == 1);
            }
        }

        var row = new byte[(bits.Count + 7) / 8];
        for (var i = 0; i < bits.Count; i++)
            row[i / 8] |= (byte)(bits[i] ? 0x80 >> (i % 8) : 0);
        return row;
    }

    private static byte[] Filtered(int filter, byte[] row, byte[] above, int step)
    {
        var filtered = new byte[row.Length + 1];
        filtered[0] = (byte)filter;
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int upLeft = i >= step ? above[i - step] : 0;
            int up = above[i];
            var estimate = left + up - upLeft;
            var paeth = new[] { left, up, upLeft }.MinBy(value => Math.Abs(estimate - value));
            int[] predicted = [0, left, up, (left + up) / 2, paeth];
            filtered[i + 1] = (byte)((row[i] - predicted[filter]) & 0xFF);
        }

        return filtered;
    }
}
