using Gateway.Client;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Faults;

/// <summary>Two gateways over one database, each a process with a name and an evidence log of its own.</summary>
internal sealed class GatewayPair(TestDatabase database) : IAsyncDisposable
{
    private readonly string[] _folders = [TestFolders.Create(), TestFolders.Create()];
    private readonly GatewayProcess?[] _processes = new GatewayProcess?[2];
    private readonly Dictionary<(int Gateway, string Branch), GatewayClient> _clients = [];
    private readonly List<GatewayClient> _ofTheKilled = [];

    /// <summary>Starts one of them, 0 or 1, for the first time or after it was killed.</summary>
    public async Task StartAsync(int gateway)
    {
        var settings = new TestGatewaySettings
        {
            Database = database,
            More = new Dictionary<string, string?>
            {
                ["Gateway:Name"] = $"traffic-gateway.test/gw-{gateway + 1}",
                ["Gateway:Database:SampleFines"] = "1000",
                ["Gateway:Limits:CallsPerSecondPerCaller"] = "1000000",
                ["Gateway:Limits:BurstPerCaller"] = "1000000",
            },
        };
        _processes[gateway] = await GatewayProcess.StartAsync(
            settings.ToConfiguration(_folders[gateway]), settings.Environment);
    }

    /// <summary>A client of a branch, which sends each call once.</summary>
    public GatewayClient Connect(int gateway, string branch)
    {
        if (_clients.TryGetValue((gateway, branch), out var client))
            return client;
        return _clients[(gateway, branch)] = _processes[gateway]!.Connect(
            "branch-" + branch, retry: new RetryOptions { Attempts = 1 });
    }

    /// <summary>Ends one of them without warning. Its clients are of no use any more.</summary>
    public async Task KillAsync(int gateway)
    {
        await _processes[gateway]!.KillAsync();
        await _processes[gateway]!.DisposeAsync();
        foreach (var (key, client) in _clients.Where(known => known.Key.Gateway == gateway).ToList())
        {
            _ofTheKilled.Add(client);
            _clients.Remove(key);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values.Concat(_ofTheKilled))
            client.Dispose();
        foreach (var process in _processes.OfType<GatewayProcess>())
            await process.DisposeAsync();
        foreach (var folder in _folders)
            TestFolders.Delete(folder);
    }
}
