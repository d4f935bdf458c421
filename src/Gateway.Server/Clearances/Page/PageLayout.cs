using Gateway.Server.Receipts;
using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>
/// The page, A4 upright: Arabic at the right, English at the left, values between them. The place for the coat of arms,
/// which the paper brings, stays empty.
/// </summary>
internal static class PageLayout
{
    /// <summary>Width of A4, points.</summary>
    public const float Width = 595.2f;

    /// <summary>Height of A4, points.</summary>
    public const float Height = 842.4f;

    private const float Left = 58;
    private const float Right = Width - 58;
    private const float Middle = Width / 2;
    private const float TableEnd = 546;
    private const float HighestRow = 30;
    private const float LabelWidth = 118;

    private static readonly SKColor Tint = new(0xe9, 0xf1, 0xed);

    /// <summary>Draws the page.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="page">What stands on it.</param>
    /// <param name="code">The code of its text.</param>
    public static void Draw(PageCanvas canvas, ClearancePage page, QrSymbol code)
    {
        PageFrame.Draw(canvas, Width, Height);
        Heading(canvas, page.IsSample);
        Title(canvas, page.CertificateNumber);
        var y = Table(canvas, page.Rows, Statement(canvas, 298));
        Result(canvas, y + 16);
        Verification(canvas, code, 624);
        Footer(canvas);
    }

    private static void Heading(PageCanvas canvas, bool isSample)
    {
        BothSides(canvas, PageWords.Country, PageFont.Bold, 15, 13, 74, PageCanvas.Ink);
        BothSides(canvas, PageWords.Prosecution, PageFont.Bold, 13, 11, 94, PageCanvas.Ink);
        BothSides(canvas, PageWords.Traffic, PageFont.Bold, 13, 11, 114, PageCanvas.Ink);
        if (isSample)
            BothSides(canvas, PageWords.Sample, PageFont.Bold, 11, 10, 142, PageCanvas.Red);
    }

    private static void Title(PageCanvas canvas, string number)
    {
        Centred(canvas, PageText.Arabic(PageWords.Title.Ar, PageFont.Bold, 33), 196, PageCanvas.Green);
        Centred(canvas, PageText.English(PageWords.Title.En, PageFont.Bold, 13), 220, PageCanvas.Green);
        canvas.Rule(Middle - 120, 229, Middle + 120, 229, 0.6f, PageCanvas.Gold);
        canvas.Rule(Middle - 60, 232, Middle + 60, 232, 0.6f, PageCanvas.Gold);
        BothSides(canvas, PageWords.Number, PageFont.Bold, 12, 11, 262, PageCanvas.Faint);
        Centred(
            canvas, TextLine.Shape(Grouped(number), PageFont.Bold, 18, isArabic: false), 263, PageCanvas.Ink);
        canvas.Rule(Left, 274, Right, 274, 0.5f, PageCanvas.Green);
    }

    private static float Statement(PageCanvas canvas, float y)
    {
        const float Room = Right - Left;
        y = canvas.Lines(
            PageText.Paragraph(PageWords.Certifies.Ar, PageFont.Regular, 13.5f, Room, isArabic: true), Right, y, 19,
            TextAnchor.Right, PageCanvas.Ink);
        return canvas.Lines(
            PageText.Paragraph(PageWords.Certifies.En, PageFont.Regular, 10.5f, Room, isArabic: false), Left, y, 14,
            TextAnchor.Left, PageCanvas.Faint);
    }

    private static float Table(PageCanvas canvas, IReadOnlyList<PageRow> rows, float y)
    {
        var height = Math.Min(HighestRow, (TableEnd - y) / rows.Count);
        canvas.Rule(Left, y, Right, y, 0.8f, PageCanvas.Green);
        foreach (var row in rows)
        {
            Row(canvas, row, y, height);
            y += height;
            canvas.Rule(Left, y, Right, y, row == rows[^1] ? 0.8f : 0.35f, PageCanvas.Green);
        }
        return y;
    }

    private static void Row(PageCanvas canvas, PageRow row, float y, float height)
    {
        const float Room = Right - Left - (2 * LabelWidth);
        var baseLine = y + (height / 2) + 4.5f;
        BothSides(canvas, row.Label, PageFont.Regular, 12, 10, baseLine, PageCanvas.Faint);
        var isArabic = row.Value.Any(c => c is >= '\u0600' and <= '\u06ff');
        var line = TextLine.Fit(row.Value, PageFont.Bold, 15, 11, Room, isArabic);
        if (line.Width <= Room)
        {
            Centred(canvas, line, baseLine, PageCanvas.Ink);
            return;
        }
        canvas.Lines(
            TextLine.Wrap(row.Value, PageFont.Bold, 9, Room, isArabic), Middle, y + (height / 2) - 1.5f, 11,
            TextAnchor.Centre, PageCanvas.Ink);
    }

    private static void Result(PageCanvas canvas, float y)
    {
        const float Inset = 14;
        var box = new SKRect(Left, y, Right, y + 42);
        canvas.Fill(box, Tint);
        canvas.Box(box, 0.8f, PageCanvas.Green);
        BothSides(canvas, PageWords.Result, PageFont.Bold, 19, 16, y + 27, PageCanvas.Green, Inset);
    }

    private static void Verification(PageCanvas canvas, QrSymbol code, float y)
    {
        var textLeft = code.Draw(canvas, Left - 2, y).Right + 10;
        var room = Right - textLeft;
        canvas.Text(
            PageText.Arabic(PageWords.VerifyTitle.Ar, PageFont.Bold, 11.5f), Right, y + 12, TextAnchor.Right,
            PageCanvas.Green);
        var next = canvas.Lines(
            PageText.Paragraph(PageWords.Verify.Ar, PageFont.Regular, 10, room, isArabic: true), Right, y + 27, 14,
            TextAnchor.Right, PageCanvas.Ink);
        canvas.Text(
            PageText.English(PageWords.VerifyTitle.En, PageFont.Bold, 10), textLeft, next + 3, TextAnchor.Left,
            PageCanvas.Green);
        canvas.Lines(
            PageText.Paragraph(PageWords.Verify.En, PageFont.Regular, 8.5f, room, isArabic: false), textLeft,
            next + 15, 11, TextAnchor.Left, PageCanvas.Faint);
    }

    private static void Footer(PageCanvas canvas)
    {
        const float Stamp = Right - 36;
        canvas.DashedCircle(Stamp, 763, 30, PageCanvas.Faint);
        canvas.Text(
            PageText.Arabic(PageWords.Stamp.Ar, PageFont.Regular, 9), Stamp, 762, TextAnchor.Centre, PageCanvas.Faint);
        canvas.Text(
            PageText.English(PageWords.Stamp.En, PageFont.Regular, 7.5f), Stamp, 772, TextAnchor.Centre,
            PageCanvas.Faint);
        Centred(canvas, PageText.Arabic(PageWords.Void.Ar, PageFont.Bold, 10), 778, PageCanvas.Ink);
        Centred(canvas, PageText.English(PageWords.Void.En, PageFont.Regular, 8.5f), 790, PageCanvas.Faint);
    }

    private static void BothSides(
        PageCanvas canvas, Bilingual words, PageFont font, float arabicSize, float englishSize, float baseLine,
        SKColor colour, float inset = 0)
    {
        canvas.Text(
            PageText.Arabic(words.Ar, font, arabicSize), Right - inset, baseLine, TextAnchor.Right, colour);
        canvas.Text(
            PageText.English(words.En, font, englishSize), Left + inset, baseLine, TextAnchor.Left, colour);
    }

    private static void Centred(PageCanvas canvas, TextLine line, float baseLine, SKColor colour) =>
        canvas.Text(line, Middle, baseLine, TextAnchor.Centre, colour);

    // Fifteen digits are read three by three.
    private static string Grouped(string number) => string.Join(' ', number.Chunk(3).Select(part => new string(part)));
}
