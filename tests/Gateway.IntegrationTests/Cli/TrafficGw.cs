using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Cli;

/// <summary>The command line as a process, against a gateway of a test.</summary>
internal static class TrafficGw
{
    /// <summary>Path of the program in the checkout, built like these tests.</summary>
    public static string Assembly { get; } = BuiltProgram.Path("Gateway.Cli", "trafficgw");

    /// <summary>Runs <c>trafficgw</c> as a sample caller.</summary>
    public static Task<ToolRun> RunAsync(Uri address, string caller, params IEnumerable<string> arguments)
    {
        var pki = TestPki.Shared.Directory;
        return ToolRun.RunAsync("dotnet",
        [
            Assembly,
            .. arguments,
            "--address", address.ToString(),
            "--cert", Path.Combine(pki, caller + ".pem"),
            "--key", Path.Combine(pki, caller + ".key"),
            "--roots", pki,
        ]);
    }
}
