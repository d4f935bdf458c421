using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Evidence;
using Gateway.Server.Operations;
using Gateway.Server.Sms;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.IntegrationTests.Faults;

/// <summary>The embedded database on a disk that takes nothing more.</summary>
public sealed class DiskFaultTests
{
    private const int DatabaseFailed = 2001;
    private static readonly RetryOptions Once = new() { Attempts = 1 };

    [MountFact]
    public async Task Settle_DiskFull_IsUnavailableUntilThereIsRoom()
    {
        await using var disk = await SmallDisk.MountAsync(mebibytes: 6);
        using var database = TestDatabase.CreateIn(disk.Directory);
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings { Database = database });
        gateway.Log.Expect(DatabaseFailed);
        var client = gateway.Connect(retry: Once);
        var fines = await Some.OutstandingAsync(client);
        var settle = Some.Settlement(Some.Debtor(), fines[0]);
        var abandoned = Some.Settlement(Some.Debtor(), fines[1]);

        // What the log has of room is given back first: it would be written over.
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        disk.Fill();
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.SettleFinesAsync(settle));
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.SettleFinesAsync(abandoned));
        await FaultyGateway.AssertUnavailableAsync(
            client.Settlements.AbandonSettlementAsync(Some.Abandonment(abandoned)));
        var whileFull = await Some.OutstandingAsync(client);
        disk.Free();
        var first = await client.Settlements.SettleFinesAsync(settle);
        var second = await client.Settlements.SettleFinesAsync(settle);
        var became = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(abandoned));

        Assert.Equal(5, whileFull.Count);
        Assert.Equal(first.ToByteString(), second.ToByteString());
        Assert.NotNull(became.Abandonment);
        Assert.Equal(1, (await gateway.Ledger.TotalsAsync()).Settlements);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [MountFact]
    public async Task Settle_DiskReadOnly_IsUnavailableUntilItIsNot()
    {
        await using var disk = await SmallDisk.MountAsync(mebibytes: 6);
        using var database = TestDatabase.CreateIn(disk.Directory);
        var settings = new TestGatewaySettings { Database = database };
        SettleFinesRequest settle;
        await using (var before = await TestGateway.StartAsync(settings))
            settle = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(before.Connect()));
        // One whose database can be closed after the start: a disk with files in use cannot be made read-only.
        await using var gateway = await TestGateway.StartAsync(settings with
        {
            More = new Dictionary<string, string?> { ["Gateway:Database:SampleData"] = "false" },
            Services = services =>
            {
                Type[] users = [typeof(SmsDispatcher), typeof(OutstandingWork), typeof(AnchorKeeper)];
                foreach (var user in services.Where(one => users.Contains(one.ImplementationType)).ToList())
                    services.Remove(user);
                services.AddSingleton<IProsecutionDatabase, ClosableDatabase>();
            },
        });
        gateway.Log.Expect(DatabaseFailed);
        var client = gateway.Connect(retry: Once);

        await ((ClosableDatabase)gateway.Services.GetRequiredService<IProsecutionDatabase>()).CloseAsync();
        await disk.SetReadOnlyAsync(true);
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.SettleFinesAsync(settle));
        await disk.SetReadOnlyAsync(false);
        var first = await client.Settlements.SettleFinesAsync(settle);
        var second = await client.Settlements.SettleFinesAsync(settle);

        Assert.Equal(first.ToByteString(), second.ToByteString());
        Assert.Equal(1, (await gateway.Ledger.TotalsAsync()).Settlements);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }
}
