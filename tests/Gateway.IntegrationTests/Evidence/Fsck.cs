using System.Text.Json.Nodes;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence;

/// <summary><c>trafficgw evidence fsck</c> as a process, and what it told.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Told">Its JSON document.</param>
internal sealed record Fsck(int ExitCode, JsonNode Told)
{
    /// <summary>The first log.</summary>
    public JsonNode Log => Told["logs"]![0]!;

    /// <summary>Kind and position of what was found in the first log.</summary>
    public IReadOnlyList<(string Kind, long? Position)> InLog =>
        [.. Log["findings"]!.AsArray().Select(one => ((string)one!["kind"]!, (long?)one["position"]))];

    /// <summary>Kinds of what was found in the database.</summary>
    public IReadOnlyList<string> InDatabase =>
        [.. Told["database"]!["findings"]!.AsArray().Select(one => (string)one!["kind"]!)];

    /// <summary>Checks the log in a folder, all its signatures, and the database in it.</summary>
    public static async Task<Fsck> RunAsync(string directory, bool withDatabase = true)
    {
        string[] database = withDatabase ? ["--database", Path.Combine(directory, "prosecution.db")] : [];
        var run = await ToolRun.RunAsync("dotnet",
        [
            TrafficGw.Assembly, "evidence", "fsck", "--log", directory, "--signatures", "all", "--json",
            "--roots", TestPki.Shared.Directory, .. database,
        ]);
        Assert.True(run.Output.StartsWith('{'), run.Output + run.Error);
        return new Fsck(run.ExitCode, JsonNode.Parse(run.Output)!);
    }

    /// <summary>Asserts that log and database are as they have to be.</summary>
    public Fsck AssertSound()
    {
        Assert.True(ExitCode == 0, Told.ToJsonString());
        return this;
    }
}
