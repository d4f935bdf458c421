using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>Where on a line text is put.</summary>
internal enum TextAnchor
{
    /// <summary>It begins at the point.</summary>
    Left,

    /// <summary>Its middle is at the point.</summary>
    Centre,

    /// <summary>It ends at the point.</summary>
    Right,
}

/// <summary>
/// Draws on a page, in points from its upper left corner. Lives as long as its canvas; not thread-safe.
/// </summary>
/// <param name="canvas">The page.</param>
/// <param name="typefaces">The typefaces that text is drawn with.</param>
/// <param name="asOutlines">Whether text becomes outlines.</param>
internal sealed class PageCanvas(SKCanvas canvas, PageTypefaces typefaces, bool asOutlines = false)
{
    /// <summary>Ink of text.</summary>
    public static readonly SKColor Ink = new(0x1a, 0x1a, 0x1a);

    /// <summary>Ink of what explains.</summary>
    public static readonly SKColor Faint = new(0x55, 0x55, 0x55);

    /// <summary>Green of frame, titles and rules.</summary>
    public static readonly SKColor Green = new(0x0b, 0x4f, 0x3c);

    /// <summary>Gold of fine lines.</summary>
    public static readonly SKColor Gold = new(0xa8, 0x8a, 0x3d);

    /// <summary>Red of a warning.</summary>
    public static readonly SKColor Red = new(0xb0, 0x1e, 0x1e);

    /// <summary>Draws a line of text.</summary>
    public void Text(TextLine line, float x, float baseLine, TextAnchor anchor, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var left = anchor switch
        {
            TextAnchor.Right => x - line.Width,
            TextAnchor.Centre => x - (line.Width / 2),
            _ => x,
        };
        foreach (var run in line.Runs)
        {
            if (asOutlines)
                run.DrawOutlines(canvas, typefaces, left, baseLine, paint);
            else
                run.DrawText(canvas, typefaces, left, baseLine, paint);
            left += run.Width;
        }
    }

    /// <summary>Draws lines one below the other.</summary>
    /// <returns>The base line after the last.</returns>
    public float Lines(
        IReadOnlyList<TextLine> lines, float x, float baseLine, float leading, TextAnchor anchor, SKColor colour)
    {
        foreach (var line in lines)
        {
            Text(line, x, baseLine, anchor, colour);
            baseLine += leading;
        }
        return baseLine;
    }

    /// <summary>Draws a straight line.</summary>
    public void Rule(float x1, float y1, float x2, float y2, float width, SKColor colour)
    {
        using var paint = Stroke(width, colour);
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    /// <summary>Draws the outline of a rectangle.</summary>
    public void Box(SKRect box, float width, SKColor colour, float radius = 0)
    {
        using var paint = Stroke(width, colour);
        canvas.DrawRoundRect(box, radius, radius, paint);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(SKRect box, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(box, paint);
    }

    /// <summary>Draws the outline of a circle, dashed.</summary>
    public void DashedCircle(float x, float y, float radius, SKColor colour)
    {
        const int Dashes = 36;
        const float Angle = 360f / Dashes;
        using var path = new SKPath();
        for (var dash = 0; dash < Dashes; dash++)
            path.AddArc(
                new SKRect(x - radius, y - radius, x + radius, y + radius), dash * Angle, Angle / 2);
        Outline(path, 0.6f, colour);
    }

    /// <summary>Draws an outline.</summary>
    /// <param name="path">The outline, in units.</param>
    /// <param name="width">Width of its line, points.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="unit">Points of a unit.</param>
    public void Outline(SKPath path, float width, SKColor colour, float unit = 1)
    {
        using var paint = Stroke(width / unit, colour);
        canvas.Save();
        canvas.Scale(unit);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    /// <summary>Draws only what is within a rectangle.</summary>
    public void Within(SKRect box, Action draw)
    {
        canvas.Save();
        canvas.ClipRect(box);
        draw();
        canvas.Restore();
    }

    /// <summary>Draws bars whose edges are at whole units.</summary>
    /// <param name="bars">Their middle lines, in units.</param>
    /// <param name="width">Their width, units.</param>
    /// <param name="unit">Points of a unit.</param>
    /// <param name="colour">Their colour.</param>
    public void Bars(SKPath bars, float width, float unit, SKColor colour)
    {
        using var paint = Stroke(width, colour);
        paint.IsAntialias = false;
        canvas.Save();
        canvas.Scale(unit);
        canvas.DrawPath(bars, paint);
        canvas.Restore();
    }

    private static SKPaint Stroke(float width, SKColor colour) => new()
    {
        Color = colour,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        IsAntialias = true,
    };
}
