using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Faults;

/// <summary>A connection that is lost again and again under load: every request ends with its one outcome.</summary>
public abstract class LossUnderLoadTests(TestDialect dialect)
{
    private const int Callers = 16;
    private const int Rounds = 4;
    private const int LostPercent = 30;

    [DatabaseFact]
    public async Task Settlements_ConnectionLostAgainAndAgain_EachHasOneOutcome()
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect, new Dictionary<string, string?>
        {
            ["Gateway:Database:SampleFines"] = "1000",
            ["Gateway:Limits:CallsPerSecondPerCaller"] = "1000000",
            ["Gateway:Limits:BurstPerCaller"] = "1000000",
        });
        var client = faulty.Connect();
        var plates = await faulty.Gateway.Ledger.DebtorsAsync(Callers);

        faulty.LoseOften(LostPercent);
        var unavailable = await Task.WhenAll(plates.Select(plate => Task.Run(
            () => SettleAndReverseAsync(client, Some.Plate(plate.Letters, plate.Digits)))));
        faulty.Mend();

        var (settlements, items, _) = await faulty.Gateway.Ledger.TotalsAsync();
        Assert.Equal(Callers, plates.Count);
        Assert.NotEqual(0, unavailable.Sum());
        Assert.Equal((Callers * Rounds, 0), (settlements, items));
        Assert.Empty(await faulty.Gateway.Ledger.BrokenLawsAsync());
    }

    // Each request is sent until it is answered, and then once more.
    private static async Task<int> SettleAndReverseAsync(GatewayClient client, Subject subject)
    {
        var unavailable = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var settle = Some.Settlement(subject, await Some.OutstandingAsync(client, subject));
            var settled = await UntilAnsweredAsync(
                async () => await client.Settlements.SettleFinesAsync(settle));
            var reverse = Some.Reversal(settled.Settlement);
            var reversed = await UntilAnsweredAsync(
                async () => await client.Settlements.ReverseSettlementAsync(reverse));
            Assert.NotNull(reversed.Settlement.Reversal);
        }

        return unavailable;

        async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> call)
            where T : IMessage<T>
        {
            var first = await SendAsync(call);
            var second = await SendAsync(call);
            Assert.Equal(first.ToByteString(), second.ToByteString());
            return first;
        }

        async Task<T> SendAsync<T>(Func<Task<T>> call)
        {
            while (true)
            {
                try
                {
                    return await call();
                }
                catch (GatewayRefusedException refused) when (refused.Reason == "PROSECUTION_UNAVAILABLE")
                {
                    unavailable++;
                }
            }
        }
    }
}

public sealed class SqliteLossUnderLoadTests() : LossUnderLoadTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerLossUnderLoadTests() : LossUnderLoadTests(TestDialect.SqlServer);
