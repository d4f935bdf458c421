using BitMiracle.LibJpeg.Classic;

namespace Gateway.Cli.QrCodes;

/// <summary>A JPEG picture (ITU-T T.81), of which only the luma is read.</summary>
internal static class JpegPicture
{
    /// <summary>Reads it; what is damaged in it the reader throws.</summary>
    public static GrayImage Read(byte[] content)
    {
        var jpeg = new jpeg_decompress_struct(new Silent());
        using var stream = new MemoryStream(content);
        jpeg.jpeg_stdio_src(stream);
        jpeg.jpeg_read_header(require_image: true);
        ImageFile.Check(jpeg.Image_width, jpeg.Image_height);
        jpeg.Out_color_space = J_COLOR_SPACE.JCS_GRAYSCALE;
        jpeg.jpeg_start_decompress();

        var (width, height) = (jpeg.Output_width, jpeg.Output_height);
        var gray = new byte[width * height];
        var rows = new[] { new byte[width] };
        for (var y = 0; y < height; y++)
        {
            jpeg.jpeg_read_scanlines(rows, 1);
            rows[0].CopyTo(gray, y * width);
        }

        jpeg.jpeg_finish_decompress();
        return new GrayImage(width, height, gray);
    }

    // The reader would print its warnings.
    private sealed class Silent : jpeg_error_mgr
    {
        public override void output_message()
        {
        }
    }
}
