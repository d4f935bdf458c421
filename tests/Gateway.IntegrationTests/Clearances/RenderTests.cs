using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Clearances;

/// <summary>The page as the gateway renders it, read by programs that know nothing of it.</summary>
public sealed class RenderTests : IAsyncLifetime
{
    private const int MostPdfBytes = 150_000;

    private readonly string _folder = TestFolders.Create();
    private TestGateway _gateway = null!;
    private ClearanceCertificate _certificate = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _gateway = await TestGateway.StartAsync(TestDialect.Sqlite);
        _certificate = await SomeClearance.IssuedAsync(_gateway.Connect());
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        TestFolders.Delete(_folder);
    }

    [Fact]
    public async Task Render_AsPdf_IsSmallAndNamesItsSheet()
    {
        var page = await RenderAsync(ClearancePageFormat.Unspecified);

        Assert.Equal("application/pdf", page.MediaType);
        Assert.Equal(_certificate.Sheets[0].SheetSerial, page.SheetSerial);
        Assert.Equal("%PDF"u8.ToArray(), page.Content.Span[..4].ToArray());
        Assert.InRange(page.Content.Length, 10_000, MostPdfBytes);
    }

    [ToolFact("pdftotext")]
    public async Task Render_AsPdf_IsCopiedInTheOrderInWhichItIsRead()
    {
        var pdf = await SaveAsync(ClearancePageFormat.Pdf);

        var text = await ToolRun.RunAsync("pdftotext", ["-layout", pdf, "-"]);

        string[] lines =
        [
            "جمهورية مصر العربية", "النيابة العامة", "نيابة المرور", "شهادة براءة ذمة مرورية", "رقم الشهادة",
            "تشهد نيابة المرور بأنه في التاريخ والوقت المبينين أدناه لم تكن هناك أي مخالفة مرورية مستحقة السداد على",
            "رقم اللوحة", "ملاكي", "سارة خالد يوسف منصور", "الرقم القومي", "الحالة في", "صالحة حتى",
            "رقم الورقة المؤمنة", "لا توجد مخالفات مستحقة", "التحقق من الشهادة", "كل كشط أو تعديل يبطل هذه الشهادة",
        ];
        var plain = WithoutMarks(text.Output);
        var positions = lines.Select(line => plain.IndexOf(line, StringComparison.Ordinal)).ToList();
        Assert.All(positions, position => Assert.True(position >= 0));
        Assert.Equal(positions.Order(), positions);
        Assert.Contains("**********0483", plain, StringComparison.Ordinal);
        Assert.Contains(_certificate.Sheets[0].SheetSerial, plain, StringComparison.Ordinal);
        Assert.Contains("5678", plain, StringComparison.Ordinal);
    }

    [ToolFact("pdffonts")]
    public async Task Render_AsPdf_EmbedsWhatItUsesOfItsFonts()
    {
        var pdf = await SaveAsync(ClearancePageFormat.Pdf);

        var fonts = (await ToolRun.RunAsync("pdffonts", [pdf])).Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, font => Assert.Matches("Amiri-(Regular|Bold) .*Identity-H +yes yes yes", font));
    }

    [ToolTheory("pdftoppm", "zbarimg", "convert")]
    [InlineData(150, "")]
    [InlineData(300, "")]
    [InlineData(150, "-background white -rotate 7")]
    [InlineData(300, "-background white -rotate 7")]
    [InlineData(150, "-quality 20")]
    [InlineData(300, "-quality 20")]
    public async Task Render_Printed_IsReadByAScanner(int dotsPerInch, string change)
    {
        var pdf = await SaveAsync(ClearancePageFormat.Pdf);
        var printed = Path.Combine(_folder, "page");
        await ToolRun.RunAsync("pdftoppm", ["-r", $"{dotsPerInch}", "-png", "-singlefile", pdf, printed]);
        var scanned = Path.Combine(_folder, change.Contains("quality", StringComparison.Ordinal) ? "s.jpg" : "s.png");
        await ToolRun.RunAsync(
            "convert", [printed + ".png", .. change.Split(' ', StringSplitOptions.RemoveEmptyEntries), scanned]);

        var read = await ToolRun.RunAsync("zbarimg", ["--quiet", "--raw", scanned]);

        Assert.Equal(_certificate.QrText, read.Output.TrimEnd('\n'));
    }

    [ToolFact("zbarimg")]
    public async Task Render_AsPng_IsReadByAScanner()
    {
        var png = await SaveAsync(ClearancePageFormat.Png);

        var read = await ToolRun.RunAsync("zbarimg", ["--quiet", "--raw", png]);

        Assert.Equal(_certificate.QrText, read.Output.TrimEnd('\n'));
    }

    [Fact]
    public async Task Render_AsSvg_IsAPictureOfAPage()
    {
        var svg = await SaveAsync(ClearancePageFormat.Svg);

        Assert.StartsWith("<?xml", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
        Assert.Contains("<path", await File.ReadAllTextAsync(svg), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_RevokedCertificate_IsRefused()
    {
        await _gateway.Connect("reviewer").Clearances.RevokeClearanceCertificateAsync(
            SomeClearance.Revoke(_certificate));

        var refused = await Refused.ByAsync(_gateway.Connect().Clearances.RenderClearanceCertificateAsync(
            SomeClearance.Render(_certificate)));

        Assert.Equal("CLEARANCE_NOT_VALID", refused.Reason);
    }

    private static string WithoutMarks(string text) =>
        string.Concat(text.Where(c => c is not ((>= '\u200e' and <= '\u200f') or (>= '\u202a' and <= '\u202e'))));

    private async Task<RenderClearanceCertificateResponse> RenderAsync(ClearancePageFormat format) =>
        await _gateway.Connect().Clearances.RenderClearanceCertificateAsync(
            SomeClearance.Render(_certificate, format));

    private async Task<string> SaveAsync(ClearancePageFormat format)
    {
        var file = Path.Combine(_folder, "page." + format.ToString().ToLowerInvariant());
        await File.WriteAllBytesAsync(file, (await RenderAsync(format)).Content.ToByteArray());
        return file;
    }
}
