using Gateway.Cli.Invocation;
using Gateway.Cli.QrCodes;
using QRCoder;

namespace Gateway.UnitTests.Cli.QrCodes;

public sealed class ImageFileTests : IDisposable
{
    private const string Text = "ETC1:PICTURE";
    private readonly string _folder = Directory.CreateTempSubdirectory("trafficgw-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public async Task Png_OfEachColourTypeAndDepth_IsReadAsItWas(int colourType, int depth)
    {
        var picture = new CodePicture(Text) { Degrees = 2, Page = (157, 153) }.Take();
        var path = Write("code.png", PictureFile.Png(picture, colourType, depth));

        var read = await ImageFile.ReadAsync(path, default);

        var coarse = 255 / ((1 << Math.Min(depth, 8)) - 1);
        Assert.All(
            read.Pixels.ToArray().Zip(picture.Pixels.ToArray()),
            pair => Assert.InRange(pair.First - pair.Second, -coarse, coarse));
        Assert.Equal(Text, QrReader.Read(read, _ => true));
    }

    [Fact]
    public async Task Png_OfAnotherProgram_IsRead()
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        using var code = new PngByteQRCode(data);
        var path = Write("code.png", code.GetGraphic(3));

        Assert.Equal(Text, QrReader.Read(await ImageFile.ReadAsync(path, default), _ => true));
    }

    [Theory]
    [InlineData(90)]
    [InlineData(30)]
    public async Task Jpeg_IsRead(int quality)
    {
        var path = Write("code.bin", PictureFile.Jpeg(new CodePicture(Text) { Degrees = 3 }.Take(), quality));

        Assert.Equal(Text, QrReader.Read(await ImageFile.ReadAsync(path, default), _ => true));
    }

    [Fact]
    public async Task File_ThatIsNoPicture_IsAUsageError()
    {
        var png = PictureFile.Png(new CodePicture(Text).Take());
        var jpeg = PictureFile.Jpeg(new CodePicture(Text).Take(), 90);
        byte[][] contents =
        [
            [], "ETC1:"u8.ToArray(), png[..8], png[..20], png[..(png.Length / 2)], Broken(png), jpeg[..3], jpeg[..100],
            [.. png[..16], 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, .. png[24..]],
        ];

        foreach (var content in contents)
            await Assert.ThrowsAsync<UsageException>(() => ImageFile.ReadAsync(Write("x.png", content), default));
    }

    [Fact]
    public async Task Picture_WithEachOfItsBytesChanged_IsReadOrAUsageError()
    {
        var small = new GrayImage(8, 8, [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 4))]);
        foreach (var content in new[] { PictureFile.Png(small), PictureFile.Jpeg(small, 90) })
        {
            for (var i = 0; i < content.Length; i++)
            {
                var changed = (byte[])content.Clone();
                changed[i] ^= 0xA5;
                var path = Write("changed", changed);

                var thrown = await Record.ExceptionAsync(() => ImageFile.ReadAsync(path, default));

                Assert.True(thrown is null or UsageException, $"byte {i}: {thrown}");
            }
        }
    }

    private static byte[] Broken(byte[] png)
    {
        var broken = (byte[])png.Clone();
        broken[60] ^= 0xFF;
        return broken;
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
