using Gateway.Cli.QrCodes;
using QRCoder;

namespace Gateway.UnitTests.Cli.QrCodes;

public sealed class QrReaderTests
{
    // As long as the code of a certificate, in the same characters.
    private static readonly string Long = "ETC1:" + string.Concat(Enumerable.Repeat("6BF:$ %K*+-./0A1Z9", 27));

    [Fact]
    public void Code_OfEachVersionAndLevel_IsRead()
    {
        foreach (var version in Enumerable.Range(1, CodeVersion.Largest))
        {
            foreach (var level in Enum.GetValues<QRCodeGenerator.ECCLevel>().Where(level => level >= 0))
            {
                var code = new CodePicture($"V{version}-{level}") { Version = version, Level = level };
                var modules = Modules(code);

                var format = modules.Format();
                Assert.NotNull(format);
                Assert.Equal((int)level, format.Value.Level);
                var data = CodeBlocks.Data(new CodeVersion(version), (int)level, modules.Codewords(format.Value.Mask));
                Assert.Equal(code.Text, CodeText.Read(data, version));
            }
        }
    }

    [Theory]
    [InlineData("0123456789012345")]
    [InlineData("01234567890123456")]
    [InlineData("012345678901234567")]
    [InlineData("ABC 1$%*+-./:")]
    [InlineData("ABC 1$%*+-./:X")]
    [InlineData("lower case, قبل ١٢٣٤")]
    public void Text_InEachMode_IsRead(string text) => Assert.Equal(text, Read(new CodePicture(text)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(-5)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(177)]
    [InlineData(-88)]
    public void Code_Turned_IsRead(double degrees) =>
        Assert.Equal(Long, Read(new CodePicture(Long) { Degrees = degrees, PixelsPerModule = 3.5 }));

    [Theory]
    [InlineData(2.3, 0)]
    [InlineData(2.1, 4)]
    [InlineData(2, 90.5)]
    public void Code_OfAboutTwoPixelsAModule_IsRead(double pixels, double degrees) =>
        Assert.Equal(Long, Read(new CodePicture(Long) { Degrees = degrees, PixelsPerModule = pixels, Grain = 8 }));

    // Five dots a module at 300 dots an inch, scanned at 150, 200 and 300 of them, not quite straight.
    [Theory]
    [InlineData(150, 0)]
    [InlineData(150, 1.5)]
    [InlineData(150, -4)]
    [InlineData(200, 3)]
    [InlineData(300, -2)]
    [InlineData(300, 5)]
    public void ScannedPage_WithGrain_IsRead(int dotsPerInch, double degrees)
    {
        var picture = new CodePicture(Long)
        {
            PixelsPerModule = 5 * dotsPerInch / 300.0,
            Degrees = degrees,
            Grain = 20,
            Page = ((int)(8.27 * dotsPerInch), (int)(11.69 * dotsPerInch)),
        };

        Assert.Equal(Long, Read(picture));
    }

    [Theory]
    [InlineData(0.2, 0, 0)]
    [InlineData(0.3, 20, 0.5)]
    [InlineData(0.1, -8, 0.75)]
    public void Photograph_TiltedAndInTheShade_IsRead(double tilt, double degrees, double shade)
    {
        var picture = new CodePicture(Long)
        {
            PixelsPerModule = 6,
            Tilt = tilt,
            Degrees = degrees,
            Shade = shade,
            Grain = 10,
        };

        Assert.Equal(Long, Read(picture));
    }

    [Fact]
    public void Code_WithABlotThatCanBeMended_IsRead() =>
        Assert.Equal(Long, Read(new CodePicture(Long) { Blot = 0.2 }));

    [Fact]
    public void Code_WithTooLargeABlot_IsNotRead() => Assert.Null(Read(new CodePicture(Long) { Blot = 0.6 }));

    [Fact]
    public void Picture_WithoutACode_HasNone()
    {
        var random = new Random(11);
        var noise = new byte[300 * 200];
        random.NextBytes(noise);

        Assert.Null(QrReader.Read(new GrayImage(300, 200, noise), _ => true));
        Assert.Null(QrReader.Read(new GrayImage(300, 200, new byte[300 * 200]), _ => true));
        Assert.Null(QrReader.Read(new GrayImage(1, 1, [0]), _ => true));
    }

    [Fact]
    public void Codes_TwoOnAPage_TheOneThatIsSoughtIsRead()
    {
        var (other, sought) = (new CodePicture("OTHER").Take(), new CodePicture("ETC1:SOUGHT").Take());
        var height = Math.Max(other.Height, sought.Height);
        var page = new byte[(other.Width + sought.Width) * height];
        Array.Fill(page, byte.MaxValue);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < other.Width + sought.Width; x++)
            {
                if (x < other.Width && y < other.Height)
                    page[(y * (other.Width + sought.Width)) + x] = other[x, y];
                else if (x >= other.Width && y < sought.Height)
                    page[(y * (other.Width + sought.Width)) + x] = sought[x - other.Width, y];
            }
        }

        var image = new GrayImage(other.Width + sought.Width, height, page);

        Assert.Equal("ETC1:SOUGHT", QrReader.Read(image, text => text.StartsWith("ETC1:", StringComparison.Ordinal)));
        Assert.NotNull(QrReader.Read(image, _ => false));
    }

    private static CodeModules Modules(CodePicture code)
    {
        var dark = code.Modules(out var size);
        var shades = new double[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
                shades[y, x] = dark[y, x] ? 0 : 255;
        }

        return new CodeModules(new CodeVersion(code.Version), shades);
    }

    private static string? Read(CodePicture picture) => QrReader.Read(picture.Take(), text => text == picture.Text);
}
