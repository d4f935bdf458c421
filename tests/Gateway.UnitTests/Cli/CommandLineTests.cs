using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;

namespace Gateway.UnitTests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly CallerFiles _files = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("fines", "bogus")]
    [InlineData("fines")]
    [InlineData("fines", "inquire", "--plate", "ق ب ل 1234", "--kind", "spaceship")]
    [InlineData("fines", "inquire", "--plate", "ق ب ل 1234", "--address", "http://localhost:5443")]
    [InlineData("settlements", "reverse", "260731123456789")]
    [InlineData("settlements", "reverse", "260731123456789", "--reason", "whim")]
    [InlineData("settlements", "reverse", "--reason", "teller-error")]
    [InlineData("settlements", "list", "--date", "31.07.2026")]
    [InlineData("settlements", "abandon")]
    [InlineData("settlements", "reconcile")]
    [InlineData("appeals", "submit", "--plate", "ق ب ل 1234", "--all", "--ground", "other")]
    [InlineData("appeals", "withdraw", "260731123456789")]
    [InlineData("appeals", "attach", "260731123456789")]
    [InlineData("appeals", "list", "--stage", "lost")]
    [InlineData("appeals", "list", "--limit", "0")]
    [InlineData("refunds", "pay", "260731123456789")]
    [InlineData("review", "queue", "--stage", "decided")]
    [InlineData("review", "advance", "260731123456789")]
    [InlineData("review", "advance", "260731123456789", "--to", "decided")]
    [InlineData("review", "decide", "260731123456789", "--reason", "Because.")]
    [InlineData("clearance", "issue", "--plate", "ق ب ل 1234", "--out", "a.pdf")]
    [InlineData("clearance", "issue", "--plate", "ق ب ل 1234", "--sheet", "A-1000")]
    [InlineData("clearance", "render", "260731123456789")]
    [InlineData("clearance", "reprint", "260731123456789", "--sheet", "A-1001", "--out", "a.pdf")]
    [InlineData("clearance", "reprint", "260731123456789", "--sheet", "A-1", "--out", "a.pdf", "--reason", "whim")]
    [InlineData("clearance", "revoke", "260731123456789")]
    [InlineData("clearance", "revoke", "260731123456789", "--reason", "settlement-reversed")]
    [InlineData("clearance", "revocations", "--since", "yesterday")]
    [InlineData("clearance", "check")]
    [InlineData("evidence", "watch")]
    [InlineData("evidence", "watch", "--record", "new", "--every", "0")]
    public async Task Line_ThatCannotBeRead_EndsWithTwo(params string[] arguments)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(arguments));
        Assert.NotEqual("", _error.ToString());
        Assert.Equal("", _out.ToString());
    }

    [Theory]
    [InlineData("fines", "inquire")]
    [InlineData("fines", "inquire", "--plate", "ABC 1")]
    [InlineData("fines", "inquire", "--plate", "ق ب ل 1234", "--national-id", "29001011234567")]
    [InlineData("fines", "settle", "--plate", "ق ب ل 1234", "--all")]
    [InlineData("fines", "settle", "--plate", "ق ب ل 1234", "--cash")]
    [InlineData("fines", "settle", "--plate", "ق ب ل 1234", "--all", "--fine", "1", "--cash")]
    [InlineData("fines", "settle", "--plate", "ق ب ل 1234", "--all", "--cash", "--card", "1234")]
    [InlineData("settlements", "show")]
    [InlineData("settlements", "show", "1", "--request-id", "2")]
    [InlineData("settlements", "reverse", "260731123456789", "--reason", "other")]
    [InlineData("settlements", "reconcile", "--file", "missing.csv")]
    [InlineData("settlements", "reconcile", "--file", "caller.pem", "--force-close", "no")]
    [InlineData("settlements", "reconcile", "--file", "caller.pem")]
    [InlineData("appeals", "attach", "260731123456789", "missing.pdf")]
    [InlineData("appeals", "attach", "260731123456789", "caller.pem", "caller.key", "--title", "one")]
    [InlineData("appeals", "attach", "260731123456789", "caller.pem", "caller.key", "--request-id", "1")]
    [InlineData("appeals", "document", "260731123456789", "1", "--out", "caller.pem")]
    [InlineData("refunds", "list")]
    [InlineData("refunds", "pay", "260731123456789", "--national-id", "1", "--amount", "much")]
    [InlineData("review", "advance", "260731123456789", "--to", "documents-requested")]
    [InlineData("review", "advance", "260731123456789", "--to", "received", "--request-id", "1")]
    [InlineData("review", "decide", "260731123456789", "--item", "10=forgiven", "--reason", "Because.")]
    [InlineData("clearance", "issue", "--sheet", "A-1000", "--out", "a.pdf")]
    [InlineData("clearance", "issue", "--plate", "ق ب ل 1234", "--sheet", "A-1000", "--out", "a.docx")]
    [InlineData("clearance", "issue", "--plate", "ق ب ل 1234", "--sheet", "A-1000", "--out", "missing/a.pdf")]
    [InlineData("clearance", "render", "260731123456789", "--out", "caller.pem")]
    [InlineData("clearance", "revoke", "260731123456789", "--reason", "other")]
    [InlineData("clearance", "check", "missing.png")]
    [InlineData("clearance", "check", "caller.pem")]
    [InlineData("evidence", "watch", "--record", "missing")]
    [InlineData("evidence", "watch", "--record", "new", "--begin", "--received", "missing")]
    [InlineData("evidence", "watch", "--record", "new", "--begin", "--received", ".")]
    [InlineData("evidence", "watch", "--record", "new", "--begin", "--witness-name", "two words")]
    [InlineData("evidence", "watch", "--record", "new", "--begin", "--witness-key", "caller.key")]
    public async Task Options_ThatDoNotGoTogether_EndWithTwoBeforeAnythingIsSent(params string[] arguments)
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync([.. arguments, .. _files.Options]));
        Assert.StartsWith("✗", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--all")]
    [InlineData("--national-id", "28503120102347")]
    [InlineData("--national-id", "28503120102347", "--all")]
    [InlineData("--national-id", "28503120102347", "--all", "--ground", "other")]
    [InlineData("--national-id", "28503120102347", "--all", "--fine", "10", "--ground", "wrong-vehicle")]
    [InlineData("--national-id", "28503120102347", "--fine", "10")]
    [InlineData("--national-id", "28503120102347", "--fine", "10:emergency", "--plate", "1", "--licence", "1")]
    [InlineData("--national-id", "28503120102347", "--fine", "10:emergency", "--cash", "--card", "1234")]
    [InlineData("--national-id", "28503120102347", "--fine", "10:emergency", "--fee", "25")]
    [InlineData("--national-id", "28503120102347", "--fine", "10:emergency", "--fee", "0", "--cash")]
    public async Task Appeal_OfOptionsThatDoNotGoTogether_EndsWithTwoBeforeAnythingIsSent(params string[] arguments)
    {
        string[] person = ["--name", "Mona", "--mobile", "01012345678"];

        Assert.Equal(
            ExitCodes.Usage, await RunAsync(["appeals", "submit", .. arguments, .. person, .. _files.Options]));
        Assert.StartsWith("✗", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_AsJson_IsOneDocumentOnStandardOutput()
    {
        var code = await RunAsync(["fines", "bogus", "--json"]);

        var error = JsonNode.Parse(_out.ToString())!["error"]!;
        Assert.Equal(code, (int)error["exitCode"]!);
        Assert.Equal("usage", (string)error["kind"]!);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task Error_OverANationalId_DoesNotRepeatIt()
    {
        await RunAsync(["fines", "inquire", "--national-id", "29013011234567", .. _files.Options]);

        Assert.DoesNotContain("29013011234567", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gateway_ThatDoesNotListen_EndsWithFour()
    {
        var code = await RunAsync(["certs", "list", "--json", "--address", "https://127.0.0.1:1", .. _files.Options]);

        Assert.Equal(ExitCodes.OutcomeUnknown, code);
        Assert.Equal("unreachable", (string)JsonNode.Parse(_out.ToString())!["error"]!["kind"]!);
    }

    [Fact]
    public async Task Demo_WithoutAGateway_StopsAtItsFirstStepWithFour()
    {
        var code = await RunAsync(["demo", "--json", "--address", "https://127.0.0.1:1", .. _files.Options]);

        var document = JsonNode.Parse(_out.ToString())!;
        Assert.Equal(ExitCodes.OutcomeUnknown, code);
        Assert.False((bool)document["ok"]!);
        Assert.Empty(document["steps"]!.AsArray());
        Assert.Contains("certificates", (string)document["stoppedAt"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_OfANewDatabase_TellsHowManyFinesItMade()
    {
        var file = Path.Combine(_files.Folder, "sample", "prosecution.db");

        Assert.Equal(ExitCodes.Ok, await RunAsync(["db", "seed", "--fines", "100", "--json", "--database", file]));
        Assert.InRange((long)JsonNode.Parse(_out.ToString())!["fines"]!, 100, 200);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Files_ThatAreNotThere_EndWithTwo()
    {
        Assert.Equal(ExitCodes.Usage, await RunAsync(["certs", "list", "--cert", "a.pem", "--key", "a.key"]));
        Assert.Contains("a.pem", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ListsTheExitCodes()
    {
        Assert.Equal(ExitCodes.Ok, await RunAsync(["--help"]));
        Assert.Contains("evidence failed", _out.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(string[] arguments) => TrafficGateway.RunAsync(
        arguments, new CliEnvironment(_out, _error, false, false, _files.Folder, TimeProvider.System));
}
