using System.Text;
using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>Text of one direction and size, shaped. Immutable.</summary>
/// <param name="Text">The text, in the order in which it is read.</param>
/// <param name="Font">Its typeface.</param>
/// <param name="Size">In points.</param>
/// <param name="Glyphs">Its glyphs from left to right.</param>
/// <param name="Clusters">For each glyph, where in the text's UTF-8 it comes from.</param>
/// <param name="Points">Where each glyph stands, from the run's left end on its base line.</param>
/// <param name="Width">In points.</param>
internal sealed record ShapedRun(
    string Text, PageFont Font, float Size, ushort[] Glyphs, uint[] Clusters, SKPoint[] Points, float Width)
{
    /// <summary>
    /// Draws the run as text, with the characters that each glyph stands for: so it is copied rightly.
    /// </summary>
    public void DrawText(SKCanvas canvas, PageTypefaces typefaces, float x, float y, SKPaint paint)
    {
        if (Glyphs.Length == 0)
            return;

        typefaces.Use(this);
        using var font = typefaces.At(Font, Size);
        using var builder = new SKTextBlobBuilder();
        var utf8 = Encoding.UTF8.GetBytes(Text);
        var run = builder.AllocatePositionedTextRun(font, Glyphs.Length, utf8.Length, null);
        run.SetGlyphs(Glyphs);
        run.SetPositions(Points);
        run.SetText(utf8);
        run.SetClusters(Clusters);
        using var blob = builder.Build();
        canvas.DrawText(blob, x, y, paint);
    }

    /// <summary>Draws the run as outlines, for where the typeface cannot go along.</summary>
    public void DrawOutlines(SKCanvas canvas, PageTypefaces typefaces, float x, float y, SKPaint paint)
    {
        using var font = typefaces.At(Font, Size);
        using var outline = new SKPath();
        for (var i = 0; i < Glyphs.Length; i++)
        {
            using var glyph = font.GetGlyphPath(Glyphs[i]);
            if (glyph is not null)
                outline.AddPath(glyph, x + Points[i].X, y + Points[i].Y);
        }
        canvas.DrawPath(outline, paint);
    }
}
