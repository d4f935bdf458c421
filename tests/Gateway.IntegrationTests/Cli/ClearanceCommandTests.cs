using System.Text.Json.Nodes;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Cli;

/// <summary>Commands about clearance certificates, against a whole gateway.</summary>
public sealed class ClearanceCommandTests : IAsyncLifetime
{
    private const string Branch = "branch-00001";
    private readonly string _folder = TestFolders.Create();
    private TestGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await TestGateway.StartAsync();

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        TestFolders.Delete(_folder);
    }

    [Fact]
    public async Task Certificate_FromTheCounterToItsRevocation_IsToldByVerifyWithoutANetwork()
    {
        var issued = await DoneAsync(
            Branch, "clearance", "issue", "--plate", "س ج د 5678", "--sheet", "CLI-0001", "--out", In("page.png"));
        var number = (string)issued["certificate"]!["certificateNumber"]!;
        var first = (string)issued["certificate"]!["qrText"]!;
        await DoneAsync(Branch, "clearance", "render", number, "--out", In("page.pdf"));
        await DoneAsync(Branch, "clearance", "lists", "--out", In("lists"));

        // The picture is the page itself: what the command reads off it has to be the code.
        Assert.Equal(0, await VerifyAsync(In("page.png")));
        Assert.Equal(0, await VerifyAsync(first));
        Assert.Equal("%PDF-"u8.ToArray(), (await File.ReadAllBytesAsync(In("page.pdf")))[..5]);

        var again = await DoneAsync(
            Branch, "clearance", "reprint", number, "--sheet", "CLI-0002", "--reason", "printer-fault",
            "--out", In("again.pdf"));
        var second = (string)again["certificate"]!["qrText"]!;
        await DoneAsync(Branch, "clearance", "lists", "--out", In("lists"));
        Assert.Equal((15, 0), (await VerifyAsync(first), await VerifyAsync(second)));

        await DoneAsync("reviewer", "clearance", "revoke", number, "--reason", "sheet-lost");
        await DoneAsync(Branch, "clearance", "lists", "--out", In("lists"));
        Assert.Equal((14, 14), (await VerifyAsync(first), await VerifyAsync(second)));
        Assert.Equal(14, (await RunAsync(Branch, "clearance", "check", second)).ExitCode);
        Assert.Equal(14, (await RunAsync("auditor", "clearance", "check", number)).ExitCode);

        var codes = await DoneAsync(Branch, "clearance", "revocations");
        Assert.Equal(3, codes["revocations"]!.AsArray().Count);
    }

    [Fact]
    public async Task Issue_AgainWithItsRequestId_GivesTheSameCertificateAndThePage()
    {
        string[] issue =
        [
            "clearance", "issue", "--plate", "س ج د 5678", "--sheet", "CLI-0003",
            "--request-id", "0b9f6f0e-6a53-4a0c-9f3a-6d6d3f5d9f12",
        ];

        var first = await DoneAsync(Branch, [.. issue, "--out", In("first.pdf")]);
        var again = await DoneAsync(Branch, [.. issue, "--out", In("again.svg")]);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Contains("<svg", await File.ReadAllTextAsync(In("again.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_WhileFinesStand_ListsThemWithTheirTotal()
    {
        string[] issue =
            ["clearance", "issue", "--plate", "ق ب ل 1234", "--sheet", "CLI-0004", "--out", In("none.pdf")];

        var printed = await RunAsync(Branch, issue);
        var json = await RunAsync(Branch, [.. issue, "--json"]);

        Assert.Equal((1, 1), (printed.ExitCode, json.ExitCode));
        Assert.Contains("1000000000010", printed.Error, StringComparison.Ordinal);
        Assert.Contains("Outstanding: 5, 2575.00 EGP", printed.Error, StringComparison.Ordinal);
        var error = JsonNode.Parse(json.Output)!["error"]!;
        Assert.Equal("FINES_OUTSTANDING", (string?)error["reason"]);
        Assert.Equal("5", (string?)error["values"]!["unpaid_count"]);
        Assert.Equal(5, error["preconditionViolations"]!.AsArray().Count);
        Assert.False(File.Exists(In("none.pdf")));
    }

    [Fact]
    public async Task Reverse_WithTheRecoveredSheet_RevokesTheCertificateThatLeansOnTheSettlement()
    {
        var client = _gateway.Connect();
        var inquiry = await client.Fines.InquireFinesAsync(Some.Inquiry());
        var settled = await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), inquiry.Fines));
        var certificate = await SomeClearance.IssuedAsync(client, Some.Debtor());
        string[] reverse =
            ["settlements", "reverse", settled.Settlement.SettlementNumber, "--reason", "teller-error"];

        var refused = await RunAsync("head-office", reverse);
        await DoneAsync("head-office", [.. reverse, "--recovered-sheet", certificate.Sheets[0].SheetSerial]);

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("SETTLEMENT_LEANED_ON", refused.Error, StringComparison.Ordinal);
        Assert.Equal(14, (await RunAsync(Branch, "clearance", "check", certificate.QrText)).ExitCode);
    }

    private async Task<int> VerifyAsync(string code)
    {
        var pki = TestPki.Shared.Directory;
        var run = await RunAsync(
            Branch, "clearance", "verify", code, "--trust", In("lists/trust-list.cbor"),
            "--revocations", In("lists/revocations.cbor"), "--root", Path.Combine(pki, "clearance-root-1.pem"),
            "--root", Path.Combine(pki, "clearance-root-2.pem"));
        Assert.True(run.ExitCode is 0 or > 10, run.Output + run.Error);
        return run.ExitCode;
    }

    private async Task<JsonNode> DoneAsync(string caller, params string[] arguments)
    {
        var run = await RunAsync(caller, [.. arguments, "--json"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return JsonNode.Parse(run.Output)!["response"]!;
    }

    private Task<ToolRun> RunAsync(string caller, params string[] arguments) =>
        TrafficGw.RunAsync(_gateway.Address, caller, arguments);

    private string In(string file) => Path.Combine(_folder, file);
}
