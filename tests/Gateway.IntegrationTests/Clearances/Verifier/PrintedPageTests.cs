using Gateway.Contracts.V1;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>
/// A certificate that a gateway issued, its page as the gateway renders it: read by the verifier's page from a picture,
/// from photographs and with the camera, on lists that the gateway gave.
/// </summary>
public sealed class PrintedPageTests : IAsyncLifetime
{
    // Where the code stands on the page.
    private const double CodeX = 0.165;
    private const double CodeY = 0.80;

    private readonly string _folder = TestFolders.Create();
    private TestGateway _gateway = null!;
    private ClearanceCertificate _certificate = null!;
    private string _picture = null!;

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        _gateway = await TestGateway.StartAsync();
        _certificate = await SomeClearance.IssuedAsync(_gateway.Connect());
        _picture = await RenderAsync();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        TestFolders.Delete(_folder);
    }

    [BrowserFact]
    public async Task Pages_FromTheCounterToTheirRevocation_AreToldApart()
    {
        var page = await PageAsync();
        var lists = await ListsAsync();
        await _gateway.Connect().Clearances.ReprintClearanceCertificateAsync(SomeClearance.Reprint(_certificate));
        var reprinted = await RenderAsync();
        var afterReprint = await ListsAsync();
        await _gateway.Connect("reviewer").Clearances.RevokeClearanceCertificateAsync(
            SomeClearance.Revoke(_certificate));
        var afterRevocation = await ListsAsync();

        var seen = await Browser.VisitAsync(_folder, Visit(
            page,
            Step.Lists(lists), Step.Picture(_picture), Step.Reopen(),
            Step.Lists(afterReprint), Step.Picture(_picture), Step.Reopen(), Step.Picture(reprinted), Step.Reopen(),
            Step.Lists(afterRevocation), Step.Picture(reprinted)));

        Assert.Equal(
            ["GENUINE", "SUPERSEDED", "GENUINE", "REVOKED"],
            seen.Select(sight => sight.Verdict).Where(verdict => verdict.Length > 0));
        Assert.Contains(_certificate.CertificateNumber, seen[1].Text, StringComparison.Ordinal);
        Assert.Contains(_certificate.Sheets[0].SheetSerial, seen[1].Text, StringComparison.Ordinal);
    }

    // Pixels across the page, degrees turned, degrees tilted, depth of the shade, pixels of the table around it.
    [BrowserTheory]
    [InlineData(1240, 0, 0, 0, 0)]
    [InlineData(1600, 7, 0, 0.3, 80)]
    [InlineData(2000, -20, 12, 0.5, 250)]
    [InlineData(2600, 90, 0, 0.4, 400)]
    [InlineData(2600, 176, 15, 0.6, 400)]
    public async Task Photograph_OfThePage_IsRead(int width, double turned, double tilted, double shade, int table)
    {
        var page = await PageAsync(await ListsAsync());
        var photograph = Step.Picture(_picture) with
        {
            Width = width,
            Turned = turned,
            Tilted = tilted,
            Shade = shade,
            Table = table,
        };

        var seen = await Browser.VisitAsync(_folder, Visit(page, photograph));

        Assert.Equal(("GENUINE", ""), (seen[0].Verdict, seen[0].Notice));
    }

    [BrowserFact]
    public async Task Picture_WithoutACode_SaysSo()
    {
        var blank = Path.Combine(_folder, "blank.svg");
        await File.WriteAllTextAsync(blank, "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300'/>");
        var text = Path.Combine(_folder, "text.png");
        await File.WriteAllTextAsync(text, "no picture");

        var seen = await Browser.VisitAsync(_folder, Visit(
            await PageAsync(),
            Step.Picture(blank),
            Step.Reopen(),
            Step.Picture(text) with { Screenshot = "no-picture" }));

        Assert.Contains(seen[0].Notice, (string[])["NOT_FOUND", "NOT_A_PICTURE"]);
        Assert.Equal("NOT_A_PICTURE", seen[2].Notice);
    }

    [BrowserFact]
    public async Task Camera_HeldAtThePage_ReadsItsCode()
    {
        var page = await PageAsync(await ListsAsync());

        var seen = await Browser.VisitAsync(_folder, Visit(page, Step.Scan()) with
        {
            Film = new Film(_picture, 2400, CodeX, CodeY),
        });

        Assert.Equal(("GENUINE", ""), (seen[0].Verdict, seen[0].Notice));
        Assert.Contains(_certificate.CertificateNumber, seen[0].Text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Camera_ThatIsNotThere_SaysSo()
    {
        var seen = await Browser.VisitAsync(_folder, Visit(
            await PageAsync(), Step.Scan() with { Screenshot = "no-camera" }));

        Assert.StartsWith("CAMERA_", seen[0].Notice, StringComparison.Ordinal);
    }

    // The gateway runs on the true clock.
    private static Visit Visit(string page, params Step[] steps) => new(page, steps) { Now = null };

    private static Task<string> PageAsync(string folder, params string[] lists)
    {
        var pki = TestPki.Shared.Directory;
        return OfflinePage.MakeAsync(folder,
        [
            "--root", Path.Combine(pki, "clearance-root-1.pem"), "--root", Path.Combine(pki, "clearance-root-2.pem"),
            .. lists,
        ]);
    }

    private Task<string> PageAsync() => PageAsync(_folder);

    private Task<string> PageAsync(IReadOnlyList<string> lists) =>
        PageAsync(_folder, "--trust", lists[0], "--revocations", lists[1]);

    private async Task<string> RenderAsync()
    {
        var rendered = await _gateway.Connect().Clearances.RenderClearanceCertificateAsync(
            SomeClearance.Render(_certificate, ClearancePageFormat.Png));
        var file = Path.Combine(_folder, rendered.SheetSerial + ".png");
        await File.WriteAllBytesAsync(file, rendered.Content.ToByteArray());
        return file;
    }

    private async Task<IReadOnlyList<string>> ListsAsync()
    {
        var folder = Path.Combine(_folder, $"lists-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}");
        var run = await TrafficGw.RunAsync(_gateway.Address, "branch-00001", "clearance", "lists", "--out", folder,
            "--root", Path.Combine(TestPki.Shared.Directory, "clearance-root-1.pem"));
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return [Path.Combine(folder, "trust-list.cbor"), Path.Combine(folder, "revocations.cbor")];
    }
}
