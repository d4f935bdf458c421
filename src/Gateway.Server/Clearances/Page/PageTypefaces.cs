using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>
/// The typefaces as Skia draws them: the whole ones, or what a page uses of them. Disposing it disposes what it cut
/// down. Not thread-safe.
/// </summary>
internal sealed class PageTypefaces : IDisposable
{
    private readonly Dictionary<PageFont, HashSet<ushort>> _used = [];
    private readonly Dictionary<PageFont, SKTypeface> _cut = [];

    /// <summary>Notes that a run is drawn.</summary>
    public void Use(ShapedRun run)
    {
        if (!_used.TryGetValue(run.Font, out var glyphs))
            _used.Add(run.Font, glyphs = []);
        glyphs.UnionWith(run.Glyphs);
    }

    /// <summary>From now on there is only what was used so far.</summary>
    public void CutDown()
    {
        foreach (var (font, glyphs) in _used)
            _cut.Add(font, font.Subset(glyphs));
    }

    /// <summary>A font at a size. The caller disposes it.</summary>
    public SKFont At(PageFont font, float size) => new(_cut.GetValueOrDefault(font, font.Typeface), size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Edging = SKFontEdging.Antialias,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var typeface in _cut.Values)
            typeface.Dispose();
    }
}
