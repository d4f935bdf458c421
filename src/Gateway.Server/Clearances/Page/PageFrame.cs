using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>The frame of the page: rules with a band of fine interlaced lines between them.</summary>
internal static class PageFrame
{
    private const float Outer = 26;
    private const float Band = 13;
    private const int Strands = 4;
    private const float HalfWave = 13;
    private const float Unit = 0.05f;

    // Control points of a curve that is close to half a sine wave of 5.2 points.
    private const float Bend = 6.9f;
    private const float Lean = 0.3642f;

    /// <summary>Draws the frame.</summary>
    public static void Draw(PageCanvas canvas, float width, float height)
    {
        canvas.Box(new SKRect(Outer, Outer, width - Outer, height - Outer), 1.4f, PageCanvas.Green);
        canvas.Box(
            new SKRect(Outer + Band, Outer + Band, width - Outer - Band, height - Outer - Band), 0.8f,
            PageCanvas.Green);
        var middle = Outer + (Band / 2);
        for (var strand = 0; strand < Strands; strand++)
        {
            var phase = strand * 2 * MathF.PI / Strands;
            canvas.Within(new SKRect(Outer, 0, width - Outer, height), () =>
            {
                Horizontal(canvas, Outer, width - Outer, middle, phase);
                Horizontal(canvas, Outer, width - Outer, height - middle, phase);
            });
            canvas.Within(new SKRect(0, Outer + Band, width, height - Outer - Band), () =>
            {
                Vertical(canvas, Outer + Band, height - Outer - Band, middle, phase);
                Vertical(canvas, Outer + Band, height - Outer - Band, width - middle, phase);
            });
        }
    }

    private static void Horizontal(PageCanvas canvas, float from, float to, float y, float phase) =>
        Strand(canvas, from, to, phase, (along, across) => new SKPoint(along, y + across));

    private static void Vertical(PageCanvas canvas, float from, float to, float x, float phase) =>
        Strand(canvas, from, to, phase, (along, across) => new SKPoint(x + across, along));

    // A whole number of half waves, so that the strands meet at the ends; each half wave is one curve.
    private static void Strand(PageCanvas canvas, float from, float to, float phase, Func<float, float, SKPoint> point)
    {
        var halves = (int)MathF.Round((to - from) / HalfWave);
        var half = (to - from) / halves;
        var start = from - (phase / MathF.PI * half);
        using var path = new SKPath();
        path.MoveTo(Units(point(start, 0)));
        for (var i = 0; i <= halves + 1; i++)
        {
            var (at, across) = (start + (i * half), i % 2 == 0 ? Bend : -Bend);
            path.CubicTo(
                Units(point(at + (half * Lean), across)), Units(point(at + (half * (1 - Lean)), across)),
                Units(point(at + half, 0)));
        }
        canvas.Outline(path, 0.25f, PageCanvas.Gold, Unit);
    }

    // Whole numbers are short in the file.
    private static SKPoint Units(SKPoint point) => new(MathF.Round(point.X / Unit), MathF.Round(point.Y / Unit));
}
