using Gateway.Cli.QrCodes;
using QRCoder;

namespace Gateway.UnitTests.Cli.QrCodes;

/// <summary>Pictures of QR codes as scanners and cameras take them: turned, tilted, with grain and shade.</summary>
internal sealed record CodePicture(string Text)
{
    private const int QuietZone = 4;
    private const int SamplesPerSide = 2;

    public QRCodeGenerator.ECCLevel Level { get; init; } = QRCodeGenerator.ECCLevel.M;

    /// <summary>The version; the smallest that takes the text where it is -1.</summary>
    public int Version { get; init; } = -1;

    public double PixelsPerModule { get; init; } = 4;

    /// <summary>How far it is turned, clockwise.</summary>
    public double Degrees { get; init; }

    /// <summary>By which share the far side is smaller than the near one.</summary>
    public double Tilt { get; init; }

    /// <summary>The largest deviation of a pixel.</summary>
    public int Grain { get; init; }

    /// <summary>By which share the light is weaker on the right.</summary>
    public double Shade { get; init; }

    /// <summary>Size of the page, pixels; a little more than the code where it is zero.</summary>
    public (int Width, int Height) Page { get; init; }

    /// <summary>Share of the code's side that a square blot in its middle covers.</summary>
    public double Blot { get; init; }

    public GrayImage Take()
    {
        var modules = Modules(out var size);
        var side = (size + (2 * QuietZone)) * PixelsPerModule;
        var (width, height) = Page == default ? ((int)(side * 1.5), (int)(side * 1.5)) : Page;
        var random = new Random(7);
        var gray = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var shade = Shaded(modules, size, x, y, width, height) * (1 - (Shade * x / width));
                gray[(y * width) + x] = (byte)Math.Clamp(shade + random.Next(-Grain, Grain + 1), 0, 255);
            }
        }

        return new GrayImage(width, height, gray);
    }

    /// <summary>Its modules, true where they are dark.</summary>
    public bool[,] Modules(out int size)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Text, Level, requestedVersion: Version);
        var matrix = data.ModuleMatrix;
        size = matrix.Count - (2 * QuietZone);
        var modules = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                modules[y, x] = matrix[y + QuietZone][x + QuietZone];
        }

        return modules;
    }

    // A pixel takes in light from all of its square.
    private double Shaded(bool[,] modules, int size, int x, int y, int width, int height)
    {
        const double paper = 235;
        const double ink = 25;
        var far = Math.Abs(x - (width / 2)) + Math.Abs(y - (height / 2));
        if (far > size * PixelsPerModule * 1.5)
            return paper;

        var dark = 0;
        for (var i = 0; i < SamplesPerSide * SamplesPerSide; i++)
        {
            var dx = x + (((i % SamplesPerSide) + 0.5) / SamplesPerSide) - (width / 2.0);
            var dy = y + (((i / SamplesPerSide) + 0.5) / SamplesPerSide) - (height / 2.0);
            dark += IsDark(modules, size, dx, dy) ? 1 : 0;
        }

        return paper - ((paper - ink) * dark / (SamplesPerSide * SamplesPerSide));
    }

    private bool IsDark(bool[,] modules, int size, double dx, double dy)
    {
        var (sin, cos) = Math.SinCos(Degrees * Math.PI / 180);
        var (x, y) = ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
        var w = 1 / (1 - (Tilt * y / (size * PixelsPerModule)));
        var column = (int)Math.Floor((x * w / PixelsPerModule) + (size / 2.0));
        var row = (int)Math.Floor((y * w / PixelsPerModule) + (size / 2.0));
        if (column < 0 || row < 0 || column >= size || row >= size)
            return false;
        var isBlot = Math.Abs(column - (size / 2)) < size * Blot / 2 && Math.Abs(row - (size / 2)) < size * Blot / 2;
        return isBlot || modules[row, column];
    }
}
