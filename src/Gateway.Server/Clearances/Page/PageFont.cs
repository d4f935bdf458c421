using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Gateway.Server.Clearances.Page;

/// <summary>
/// A typeface that comes with the gateway (Amiri, SIL Open Font License 1.1), shaped by HarfBuzz and drawn by Skia.
/// Lives as long as the process; thread-safe.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The two that there are live as long as the process.")]
internal sealed class PageFont
{
    // A kern after a letter would look like a space to whoever copies the text.
    private static readonly Feature[] Features = [Feature.Parse("-kern")];

    // Both libraries read the file where it lies.
    private readonly SKData _file;
    private readonly Face _face;
    private readonly Font _shaper;

    private PageFont(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The font '{file}' is not built in.");
        _file = SKData.Create(stream);
        Typeface = SKTypeface.FromData(_file);
        using var blob = new Blob(_file.Data, (int)_file.Size, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        _face = new Face(blob, 0);
        _face.MakeImmutable();
        _shaper = new Font(_face);
        _shaper.SetScale(_face.UnitsPerEm, _face.UnitsPerEm);
        _shaper.SetFunctionsOpenType();
    }

    /// <summary>For text.</summary>
    public static PageFont Regular { get; } = new("Amiri-Regular.ttf");

    /// <summary>For titles and values.</summary>
    public static PageFont Bold { get; } = new("Amiri-Bold.ttf");

    /// <summary>The whole typeface, for Skia.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>A part of the typeface, for Skia. The caller disposes it.</summary>
    /// <param name="glyphs">The glyphs it has; they keep their numbers.</param>
    public SKTypeface Subset(IEnumerable<ushort> glyphs)
    {
        using var data = FontSubset.Make(_face.Handle, glyphs);
        return SKTypeface.FromData(data);
    }

    /// <summary>Shapes text of one direction: chooses its glyphs, joins letters, places marks.</summary>
    /// <param name="text">The text, in the order in which it is read.</param>
    /// <param name="isRightToLeft">Its direction.</param>
    /// <param name="size">In points.</param>
    public ShapedRun Shape(string text, bool isRightToLeft, float size)
    {
        using var buffer = new Buffer();
        buffer.AddUtf8(text);
        buffer.Direction = isRightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Script = isRightToLeft ? Script.Arabic : Script.Latin;
        buffer.Language = new Language(isRightToLeft ? "ar" : "en");
        _shaper.Shape(buffer, Features);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ushort[infos.Length];
        var clusters = new uint[infos.Length];
        var points = new SKPoint[infos.Length];
        var (scale, x) = (size / _face.UnitsPerEm, 0f);
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            clusters[i] = infos[i].Cluster;
            points[i] = new SKPoint(x + (positions[i].XOffset * scale), -positions[i].YOffset * scale);
            x += positions[i].XAdvance * scale;
        }
        return new ShapedRun(text, this, size, glyphs, clusters, points, x);
    }
}
