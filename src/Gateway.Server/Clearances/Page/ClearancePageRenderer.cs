using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>Renders the page of a certificate. Thread-safe.</summary>
internal static class ClearancePageRenderer
{
    private const float DotsPerInch = 300;
    private const float PointsPerInch = 72;
    private const int WidthDots = 2480;
    private const int HeightDots = 3510;

    /// <summary>The page as PDF (PDF/A-2b), its typefaces embedded as far as they are used.</summary>
    public static byte[] ToPdf(ClearancePage page)
    {
        var code = QrSymbol.Of(page.QrText);
        using var typefaces = new PageTypefaces();
        using (var recorder = new SKPictureRecorder())
        {
            var nowhere = recorder.BeginRecording(new SKRect(0, 0, PageLayout.Width, PageLayout.Height));
            PageLayout.Draw(new PageCanvas(nowhere, typefaces), page, code);
        }
        typefaces.CutDown();

        using var file = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(file, Metadata(page)))
        {
            var canvas = document.BeginPage(PageLayout.Width, PageLayout.Height);
            PageLayout.Draw(new PageCanvas(canvas, typefaces), page, code);
            document.EndPage();
            document.Close();
        }
        return Take(file);
    }

    /// <summary>The page as PNG at 300 dots an inch.</summary>
    public static byte[] ToPng(ClearancePage page)
    {
        using var surface = SKSurface.Create(
            new SKImageInfo(WidthDots, HeightDots, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(DotsPerInch / PointsPerInch);
        using var typefaces = new PageTypefaces();
        PageLayout.Draw(new PageCanvas(surface.Canvas, typefaces), page, QrSymbol.Of(page.QrText));
        using var dots = surface.PeekPixels()!;
        using var file = dots.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 6));
        return file!.ToArray();
    }

    /// <summary>The page as SVG, its text as outlines.</summary>
    public static byte[] ToSvg(ClearancePage page)
    {
        using var typefaces = new PageTypefaces();
        using var file = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, PageLayout.Width, PageLayout.Height), file))
        {
            PageLayout.Draw(
                new PageCanvas(canvas, typefaces, asOutlines: true), page, QrSymbol.Of(page.QrText));
        }
        return Take(file);
    }

    private static SKDocumentPdfMetadata Metadata(ClearancePage page) => new()
    {
        Title = $"{PageWords.Title.Ar} {page.CertificateNumber}",
        Author = PageWords.Prosecution.Ar,
        Subject = PageWords.Title.En,
        Creation = page.AsOf,
        Modified = page.AsOf,
        RasterDpi = DotsPerInch,
        EncodingQuality = 101,
        PdfA = true,
    };

    private static byte[] Take(SKDynamicMemoryWStream file)
    {
        using var data = file.DetachAsData();
        return data.ToArray();
    }
}
