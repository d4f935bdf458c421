using Gateway.Cli.Invocation;
using Gateway.Cli.QrCodes;

namespace Gateway.UnitTests.Cli.QrCodes;

public sealed class ImageFileTests : IDisposable
{
    private const string Text = "ETC1:PICTURE";
    private readonly string _folder = Directory.CreateTempSubdirectory("trafficgw-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Png_WithOrWithoutTransparency_IsRead()
    {
        foreach (var isTransparent in new[] { false, true })
        {
            var path = Write("code.png", PictureFile.Png(new CodePicture(Text).Take(), isTransparent));

            Assert.Equal(Text, QrReader.Read(await ImageFile.ReadAsync(path, default), _ => true));
        }
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
        var png = PictureFile.Png(new CodePicture(Text).Take(), isTransparent: false);
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
        foreach (var content in new[] { PictureFile.Png(small, isTransparent: false), PictureFile.Jpeg(small, 90) })
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
        broken[^20] ^= 0xFF;
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
