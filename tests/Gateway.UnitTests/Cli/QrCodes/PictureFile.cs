using BigGustave;
using BitMiracle.LibJpeg.Classic;
using Gateway.Cli.QrCodes;

namespace Gateway.UnitTests.Cli.QrCodes;

/// <summary>Pictures as files.</summary>
internal static class PictureFile
{
    /// <summary>As PNG, in colours; what is light is transparent where that is asked for.</summary>
    public static byte[] Png(GrayImage image, bool isTransparent)
    {
        const byte light = 128;
        var builder = PngBuilder.Create(image.Width, image.Height, isTransparent);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var shade = image[x, y];
                var pixel = isTransparent && shade > light
                    ? new Pixel(0, 0, 0, 0, isGrayscale: false)
                    : new Pixel(shade, shade, shade);
                builder.SetPixel(pixel, x, y);
            }
        }

        return builder.Save();
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
}
