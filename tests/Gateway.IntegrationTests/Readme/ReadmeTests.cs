using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Readme;

/// <summary>
/// The commands of the README files, run as a newcomer runs them, in a folder that stands for a fresh checkout.
/// </summary>
public sealed class ReadmeTests
{
    private const string Cli = "dotnet run --project src/Gateway.Cli -- ";
    private const string Benchmarks = "dotnet run -c Release --project tests/Gateway.Benchmarks -- ";

    // Held true elsewhere: by this test's own gateway, by whoever runs it, and by .ci/run.
    private static readonly string[] HeldElsewhere =
    [
        "dotnet run --project src/Gateway.Server",
        "dotnet test",
        "npm ci --ignore-scripts --prefix tests/Gateway.IntegrationTests/ForeignClient",
        "cd protos",
        "../tests/Gateway.IntegrationTests/ForeignClient/node_modules/.bin/buf lint",
        "../tests/Gateway.IntegrationTests/ForeignClient/node_modules/.bin/buf breaking --against released/v1.binpb --path traffic --exclude-imports",
    ];

    [ToolFact("openssl")]
    public async Task Commands_OfTheReadmes_DoWhatTheySay()
    {
        var checkout = TestFolders.Create();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(checkout, "Gateway.sln"), "");
            await using var gateway = await GatewayProcess.StartAsync(Settings, "Development", checkout);

            var commands = ReadmeCommands.Of("README.md").Concat(ReadmeCommands.Of("certs-sample/README.md")).ToList();
            foreach (var command in commands.Where(command => !HeldElsewhere.Contains(command)))
                await RunAsync(command, checkout, gateway.Address);
            await CopySigningRootAsync(checkout);
            foreach (var command in ReadmeCommands.Of(
                "protos/README.md").Where(command => !HeldElsewhere.Contains(command)))
                await RunAsync(command, Path.Combine(checkout, "kept"), gateway.Address);

            Assert.Contains(commands, command => command.StartsWith(Cli, StringComparison.Ordinal));
            Assert.Equal(0, await gateway.TerminateAsync());
        }
        finally
        {
            TestFolders.Delete(checkout);
        }
    }

    [Fact]
    public async Task SecondStart_WithEverythingThere_IsReadyWithinTwoSeconds()
    {
        var checkout = TestFolders.Create();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(checkout, "Gateway.sln"), "");
            await using (var first = await GatewayProcess.StartAsync(Settings, "Development", checkout))
                await first.TerminateAsync();

            await using var second = await GatewayProcess.StartAsync(Settings, "Development", checkout);

            // Twice the figure that holds on a quiet machine: test runners share theirs.
            Assert.True(second.StartUp < TimeSpan.FromSeconds(4), $"ready after {second.StartUp}");
            foreach (var word in new[] { "https://", "prosecution.db", "branch-00001", "fines inquire", "demo" })
                Assert.Contains(second.Screen, line => line.Contains(word, StringComparison.Ordinal));
        }
        finally
        {
            TestFolders.Delete(checkout);
        }
    }

    private static Dictionary<string, string?> Settings => new()
    {
        ["Gateway:Listen"] = "127.0.0.1:0",
        ["Gateway:Operations:Listen"] = "127.0.0.1:0",
    };

    private static async Task RunAsync(string command, string directory, Uri address)
    {
        ToolRun run;
        if (command.StartsWith(Cli, StringComparison.Ordinal))
        {
            var arguments = CommandLine.Split(command[Cli.Length..]);
            run = await ToolRun.RunAsync(
                "dotnet", [TrafficGw.Assembly, .. arguments, "--address", address.ToString()], directory);
        }
        else if (command.StartsWith("openssl ", StringComparison.Ordinal))
        {
            var arguments = CommandLine.Split(command.Split(" #")[0]);
            run = await ToolRun.RunAsync("openssl", arguments.Skip(1), directory);
        }
        else
        {
            Assert.StartsWith(Benchmarks, command, StringComparison.Ordinal);
            return;
        }

        Assert.True(run.ExitCode == 0, $"{command}\n{run.Output}\n{run.Error}");
    }

    private static Task CopySigningRootAsync(string checkout)
    {
        File.Copy(Path.Combine(
            checkout, "certs-sample", "dev", "signing-root.pem"), Path.Combine(checkout, "kept", "signing-root.pem"));
        return Task.CompletedTask;
    }
}
