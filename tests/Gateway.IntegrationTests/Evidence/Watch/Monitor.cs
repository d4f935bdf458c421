using System.Text.Json.Nodes;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary><c>trafficgw evidence watch</c> as a process, with a record and a folder of received evidence of its
/// own.</summary>
internal sealed class Monitor : IDisposable
{
    private readonly string _folder = TestFolders.Create();

    public Monitor() => Directory.CreateDirectory(Received);

    public string Record => Path.Combine(_folder, "record");

    public string Received => Path.Combine(_folder, "received");

    public string Alarms => Path.Combine(Record, "alarms");

    /// <summary>The options of each run.</summary>
    public string[] Options => ["evidence", "watch", "--record", Record, "--received", Received, "--json"];

    /// <summary>A round; the first begins the record.</summary>
    public async Task<Round> RunAsync(Uri address, params string[] more)
    {
        string[] begin = Directory.Exists(Record) ? [] : ["--begin"];
        var run = await TrafficGw.RunAsync(address, "hub", [.. Options, .. begin, .. more]);
        Assert.True(run.Output.StartsWith('{'), run.Output + run.Error);
        return new Round(run.ExitCode, JsonNode.Parse(run.Output)!);
    }

    /// <summary>A call of a branch, which keeps its evidence.</summary>
    public async Task ReceiveAsync(Uri address, string name)
    {
        var folder = Path.Combine(Received, name);
        var run = await TrafficGw.RunAsync(
            address, "branch-00001", "fines", "inquire", "--plate", "ق ب ل 1234", "--save", folder);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    /// <summary>The cosigned checkpoint of the log whose round it was.</summary>
    public static (string Origin, long Size) Checkpoint(string file)
    {
        var checkpoint = Gateway.Evidence.Checkpoint.Parse(
            Gateway.Evidence.SignedNote.Parse(File.ReadAllBytes(file)).Text);
        return (checkpoint.Origin, checkpoint.Size);
    }

    /// <summary>Verifies the cosigned checkpoint of a round in Go.</summary>
    public static Task<ToolRun> GoAsync(string checkpoint, string witness) => ToolRun.RunAsync(
        "go",
        [
            "run", Path.Combine(Repository.Root, "tests/Gateway.IntegrationTests/GoCosignature/main.go"), checkpoint,
            witness,
        ],
        environment: new Dictionary<string, string> { ["GO111MODULE"] = "off", ["GOPATH"] = "/usr/share/gocode" });

    public void Dispose() => TestFolders.Delete(_folder);
}

/// <summary>What a round told.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Told">Its JSON document.</param>
internal sealed record Round(int ExitCode, JsonNode Told)
{
    public long Size => (long)Told["head"]!["size"]!;

    public string Origin => (string)Told["head"]!["origin"]!;

    public long Checked => (long)Told["received"]!["checked"]!;

    public string? Cosigned => (string?)Told["cosigned"];

    public string Witness => (string)Told["witness"]!;

    /// <summary>Asserts that nothing was wrong, and that the head is cosigned.</summary>
    public Round AssertGood()
    {
        Assert.True(ExitCode == 0, Told.ToJsonString());
        Assert.Equal((Origin, Size), Monitor.Checkpoint(Cosigned!));
        return this;
    }

    /// <summary>Asserts that it ended with an alarm of a kind, and that both heads are kept, signed.</summary>
    public async Task<JsonNode> AssertAlarmAsync(string kind)
    {
        Assert.True(ExitCode == 6, Told.ToJsonString());
        Assert.Equal(("alarm", 6), ((string)Told["error"]!["kind"]!, (int)Told["error"]!["exitCode"]!));
        var alarm = Told["alarm"]!;
        Assert.Equal(kind, (string)alarm["kind"]!);
        foreach (var head in new[] { "known", "shown" })
        {
            var folder = Path.Combine((string)alarm["folder"]!, head);
            var lines = await File.ReadAllLinesAsync(Path.Combine(folder, "batch.txt"));
            Assert.Equal((string)alarm[head]!["origin"]!, lines[1]);
            Assert.Equal((string)alarm[head]!["root"]!, lines[3]);
            Assert.Contains($"{lines[1]} of size {lines[2]}", (string)Told["error"]!["message"]!);
            Gateway.Evidence.SignedHead.Verify(
                new Gateway.Evidence.BatchVerifier(TestPki.Shared.Roots("signing-root")),
                await File.ReadAllBytesAsync(Path.Combine(folder, "batch.txt")),
                await File.ReadAllBytesAsync(Path.Combine(folder, "batch.p7s")));
        }

        Assert.True(File.Exists(Path.Combine((string)alarm["folder"]!, "answers", "response.bin")));
        return alarm;
    }
}
