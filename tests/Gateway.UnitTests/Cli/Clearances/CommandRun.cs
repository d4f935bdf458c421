using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.UnitTests.Cli.Clearances;

/// <summary>What a command printed, and ended with.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output)!;

    /// <summary>Runs a command in a folder.</summary>
    public static async Task<CommandRun> OfAsync(
        string folder, DateTimeOffset now, params IEnumerable<string> arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var environment = new CliEnvironment(output, error, false, false, folder, new FakeTimeProvider(now));
        var exitCode = await TrafficGateway.RunAsync([.. arguments], environment);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
