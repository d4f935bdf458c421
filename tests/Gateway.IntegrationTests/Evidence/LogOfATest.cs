using Gateway.Contracts.V1;
using Gateway.EvidenceLog;
using Gateway.Testing.Gateways;
using Microsoft.Data.Sqlite;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>A data directory in which gateways were, and what a test does to its files between them.</summary>
internal sealed class LogOfATest : IDisposable
{
    private const string WithoutTriggers =
        "DROP TRIGGER entry_is_kept; DROP TRIGGER entry_is_fixed; DROP TRIGGER batch_is_kept; "
        + "DROP TRIGGER batch_is_fixed; ";

    private const string Name = "traffic-gateway.test/gw-1";

    public string Directory { get; } = TestFolders.Create();

    public string File => Path.Combine(Directory, Log.FileName);

    public string Database => Path.Combine(Directory, "prosecution.db");

    /// <summary>Starts a gateway on the files.</summary>
    public Task<TestGateway> StartAsync(
        string acceptedLoss = "", string name = Name, string listen = "127.0.0.1:0") =>
        TestGateway.StartAsync(new TestGatewaySettings
        {
            Directory = Directory,
            More = new Dictionary<string, string?>
            {
                ["Gateway:Evidence:AcceptLoss"] = acceptedLoss,
                ["Gateway:Name"] = name,
                ["Gateway:Listen"] = listen,
            },
        });

    /// <summary>Runs a gateway that answers so many calls, and ends it in order.</summary>
    /// <returns>The head of its log.</returns>
    public async Task<LogHead> AnswerAsync(int calls, string acceptedLoss = "", string name = Name)
    {
        await using var gateway = await StartAsync(acceptedLoss, name);
        var client = gateway.Connect();
        for (var call = 0; call < calls; call++)
            await client.Fines.InquireFinesAsync(Some.Inquiry());
        return ((Log)gateway.Services.GetService(typeof(Log))!).Head;
    }

    /// <summary>Settles one fine of the debtor, once more with the same request, and tells the settlement.</summary>
    public async Task<Settlement> SettleTwiceAsync()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        var settle = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);
        await client.Settlements.SettleFinesAsync(settle);
        return (await client.Settlements.SettleFinesAsync(settle)).Settlement;
    }

    /// <summary>Asserts that no gateway starts on the files.</summary>
    public async Task<EvidenceLogOpenException> AssertRefusedAsync(LogFault fault, string acceptedLoss = "")
    {
        var refused = await Assert.ThrowsAsync<EvidenceLogOpenException>(() => StartAsync(acceptedLoss));
        Assert.Equal(fault, refused.Fault);
        return refused;
    }

    /// <summary>Changes the log's file as somebody would who has the right to.</summary>
    public void ChangeLog(string sql) => Run(File, WithoutTriggers + sql);

    /// <summary>Changes the database as somebody would who has the right to.</summary>
    public void ChangeDatabase(string sql) => Run(Database, "PRAGMA foreign_keys = OFF; " + sql);

    public void Dispose() => TestFolders.Delete(Directory);

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
