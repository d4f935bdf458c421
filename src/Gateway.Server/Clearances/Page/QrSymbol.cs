using System.Collections;
using QRCoder;
using SkiaSharp;

namespace Gateway.Server.Clearances.Page;

/// <summary>
/// The QR code of a page (ISO/IEC 18004): level M, alphanumeric, five printer dots a module at 300 dots an inch, on
/// white with four modules of quiet zone. Immutable.
/// </summary>
internal sealed class QrSymbol
{
    /// <summary>Points of a printer dot at 300 dots an inch.</summary>
    public const float Dot = 72f / 300;

    private const int DotsPerModule = 5;
    private const int QuietModules = 4;

    // The generator's matrix has the quiet zone around it already.
    private readonly List<BitArray> _modules;

    private QrSymbol(List<BitArray> modules) => _modules = modules;

    /// <summary>The code of a text.</summary>
    public static QrSymbol Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new QrSymbol(code.ModuleMatrix);
    }

    /// <summary>Draws the code with its quiet zone.</summary>
    /// <param name="canvas">The page.</param>
    /// <param name="left">Left end, points; moved to the next printer dot.</param>
    /// <param name="top">Upper end, points; moved to the next printer dot.</param>
    /// <returns>Where the code stands, quiet zone included.</returns>
    public SKRect Draw(PageCanvas canvas, float left, float top)
    {
        var (x, y) = (MathF.Round(left / Dot), MathF.Round(top / Dot));
        var side = _modules.Count * DotsPerModule;
        var zone = new SKRect(x * Dot, y * Dot, (x + side) * Dot, (y + side) * Dot);
        canvas.Fill(zone, SKColors.White);
        using var dark = new SKPath();
        for (var row = QuietModules; row < _modules.Count - QuietModules; row++)
            AddRow(dark, _modules[row], x, y + ((row + 0.5f) * DotsPerModule));
        canvas.Bars(dark, DotsPerModule, Dot, SKColors.Black);
        return zone;
    }

    // Neighbouring dark modules become one bar.
    private static void AddRow(SKPath dark, BitArray row, float x, float y)
    {
        for (var start = 0; start < row.Length; start++)
        {
            if (!row[start])
                continue;
            var end = start;
            while (end < row.Length && row[end])
                end++;
            dark.MoveTo(x + (start * DotsPerModule), y);
            dark.LineTo(x + (end * DotsPerModule), y);
            start = end;
        }
    }
}
