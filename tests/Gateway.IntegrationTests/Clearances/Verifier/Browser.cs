using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Clearances.Verifier;

/// <summary>Chromium without a window, driven by a program of Node.</summary>
internal static class Browser
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string Driver =
        Path.Combine(Repository.Root, "tests", "Gateway.IntegrationTests", "VerifierBrowser");

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What is not installed and how to get it; null where nothing is missing.</summary>
    public static string? Missing { get; } = ToolSources.Missing(["node", Chromium])
        ?? (Directory.Exists(Path.Combine(Driver, "node_modules"))
            ? null
            : "the browser's driver is not installed: npm ci --prefix tests/Gateway.IntegrationTests/VerifierBrowser");

    /// <summary>Where pictures of the page are left to be looked at; not in git.</summary>
    public static string Screenshots { get; } =
        Directory.CreateDirectory(Path.Combine(Repository.Root, "TestResults", "verifier")).FullName;

    /// <summary>Makes a visit; whatever asked for something, or was reported as an error, fails the test.</summary>
    /// <returns>What there was to see after each step.</returns>
    public static async Task<IReadOnlyList<Sight>> VisitAsync(string folder, Visit visit)
    {
        var file = Path.Combine(folder, "visit.json");
        await File.WriteAllTextAsync(
            file, JsonSerializer.Serialize(new { Screenshots, Visits = new[] { visit } }, Json));
        var report = (await RunAsync<IReadOnlyList<Report>>("browser.mjs", file))[0];
        Assert.Empty(report.Faults);
        Assert.Empty(report.Requests);
        Assert.All(report.Outcomes, sight => Assert.Equal(0, sight.ExcessWidth));
        return report.Outcomes;
    }

    /// <summary>Runs a program of the driver with a file, and reads what it prints.</summary>
    public static async Task<T> RunAsync<T>(string program, string file)
    {
        var run = await ToolRun.RunAsync("node", [Path.Combine(Driver, program), Chromium, file]);
        return run.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(run.Output, Json)!
            : throw new InvalidOperationException(run.Error);
    }

    private sealed record Report(
        IReadOnlyList<Sight> Outcomes, IReadOnlyList<string> Requests, IReadOnlyList<string> Faults);
}
