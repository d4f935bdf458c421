using System.Text.Json;
using Gateway.Testing.Tools;

namespace Gateway.UnitTests.Clearances.Web;

/// <summary>The scripts of the verifier's page, run by Node.</summary>
internal static class PageScripts
{
    /// <summary>Where the page's parts are.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "Gateway.Clearance.Verifier");

    /// <summary>Runs a program beside these tests and reads what it prints.</summary>
    public static async Task<T> AskAsync<T>(string program, params string[] arguments)
    {
        var run = await ToolRun.RunAsync("node", [Beside(program), Folder, .. arguments]);
        return run.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(run.Output, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException(run.Error);
    }

    /// <summary>Runs tests in Node.</summary>
    /// <param name="tests">Their file beside these tests.</param>
    /// <param name="lists">A folder with lists that they need.</param>
    public static async Task TestAsync(string tests, string lists = "")
    {
        var run = await ToolRun.RunAsync(
            "node",
            ["--test", Beside(tests)],
            environment: new Dictionary<string, string>
            {
                ["VERIFIER_SCRIPTS"] = Folder,
                ["VERIFIER_LISTS"] = lists,
            });

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Matches("# pass [1-9]", run.Output);
    }

    private static string Beside(string file) =>
        Path.Combine(Repository.Root, "tests", "Gateway.UnitTests", "Clearances", "Web", file);
}
