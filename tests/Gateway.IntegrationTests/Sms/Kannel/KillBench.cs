using Gateway.Domain;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>A database with one message that is due, a Kannel, and something between it and the gateway.</summary>
internal sealed class KillBench : IAsyncDisposable
{
    private readonly string _directory = TestFolders.Create();
    private readonly TestDatabase _database;

    private KillBench()
    {
        _database = TestDatabase.CreateIn(_directory);
        Proxy = new HoldingProxy(Kannel.SendPort);
    }

    /// <summary>Kannel.</summary>
    public KannelUnderTest Kannel { get; } = new();

    /// <summary>What stands before it.</summary>
    public HoldingProxy Proxy { get; }

    /// <summary>Starts Kannel.</summary>
    public static async Task<KillBench> StartAsync()
    {
        var bench = new KillBench();
        await bench.Kannel.StartAsync();
        bench._database.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        await AppealRows.AddAsync(
            bench._database.Database, 1, TimeProvider.System.GetUtcNow(), language: SmsLanguage.Arabic);
        return bench;
    }

    /// <summary>Settings of the gateway.</summary>
    /// <param name="lease">How long a message is the gateway's.</param>
    public Dictionary<string, string?> Settings(string lease)
    {
        var settings = Kannel.Settings;
        settings["Gateway:Sms:Lease"] = lease;
        settings["Gateway:Sms:SendTimeout"] = "00:00:01";
        settings["Gateway:Sms:Kannel:Timeout"] = "00:00:01";
        settings["Gateway:Sms:Kannel:Url"] = Proxy.Url;
        return new TestGatewaySettings { Database = _database, More = settings }.ToConfiguration(_directory);
    }

    /// <summary>Runs a gateway and kills it once the message is where the test wants it.</summary>
    public async Task SendAndKillAsync(Held holds, Dictionary<string, string?> settings, Func<Task> there)
    {
        Proxy.Holds = holds;
        await using var gateway = await GatewayProcess.StartAsync(settings);
        await there();
        await gateway.KillAsync();
        Proxy.Holds = Held.Nothing;
    }

    /// <summary>Runs a gateway until the message is reported delivered.</summary>
    public async Task RunUntilDeliveredAsync(Dictionary<string, string?> settings)
    {
        await using var gateway = await GatewayProcess.StartAsync(settings);
        await Until.SoAsync(
            () => _database.Number("SELECT COUNT(*) FROM appeal_event WHERE sms_state = 3") == 1,
            "the delivery report");
        Assert.Equal(0, await gateway.TerminateAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        await Kannel.DisposeAsync();
        _database.Dispose();
        TestFolders.Delete(_directory);
    }
}
