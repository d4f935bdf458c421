using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.IntegrationTests.Cli;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary><c>trafficgw evidence watch --every 1</c>, while it runs.</summary>
internal sealed class MonitorProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private MonitorProcess(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    public static MonitorProcess Start(Monitor monitor, Uri address, params string[] more)
    {
        var pki = TestPki.Shared.Directory;
        string[] arguments =
        [
            TrafficGw.Assembly, .. monitor.Options, .. more, "--every", "1", "--address", address.ToString(),
            "--cert", Path.Combine(pki, "hub.pem"), "--key", Path.Combine(pki, "hub.key"), "--roots", pki,
        ];
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true },
        };
        process.Start();
        return new MonitorProcess(process);
    }

    /// <summary>The next round that is as it should be.</summary>
    public async Task<JsonNode> NextAsync(Func<JsonNode, bool> isIt)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            var told = JsonNode.Parse(line)!;
            if (isIt(told))
                return told;
        }

        throw new InvalidOperationException("The monitor ended before.");
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.StandardOutput.ReadToEndAsync(timeout.Token);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal.</summary>
    public Task SignalAsync(string signal) =>
        ToolRun.RunAsync("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
