using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Settlements;

public abstract class SettlementRaceTests(TestDialect dialect)
{
    private const int Rounds = 200;

    [DatabaseFact]
    public async Task Settle_TwoCallersAtOnce_OneWinsEachTime()
    {
        await using var gateway = await TestGateway.StartAsync(dialect, new TestGatewaySettings
        {
            More = new Dictionary<string, string?> { ["Gateway:Database:SampleFines"] = "2000" },
        });
        var one = gateway.Connect();
        var two = gateway.Connect("branch-00002");
        var targets = await TargetsAsync(gateway, one);
        var wins = new int[2];
        long paid = 0;

        foreach (var (subject, fine) in targets)
        {
            var first = Some.Settlement(subject, fine);
            var second = Some.Settlement(subject, fine);
            second.Counter = Some.Counter("00002");

            var outcomes = await Task.WhenAll(TryAsync(one, first), TryAsync(two, second));

            var winner = Assert.Single(outcomes, outcome => outcome.Settlement is not null);
            var loser = Assert.Single(outcomes, outcome => outcome.Settlement is null);
            Assert.Contains(loser.Reason, (string[])["FINE_NOT_OUTSTANDING", "FINE_CHANGED"]);
            Assert.Equal(fine.AmountDue, winner.Settlement!.Total);
            wins[Array.IndexOf(outcomes, winner)]++;
            paid += Piastres(fine.AmountDue);
        }

        var (settlements, items, total) = await gateway.Ledger.TotalsAsync();
        Assert.Equal(Rounds, targets.Count);
        Assert.Equal(Rounds, wins.Sum());
        Assert.Equal((Rounds, Rounds, paid), (settlements, items, total));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Settle_SameRequestFiftyTimesAtOnce_IsOneSettlementAndFiftyEqualAnswers()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(async () => (await client.Settlements.SettleFinesAsync(request)).ToByteString())));

        var (settlements, _, _) = await gateway.Ledger.TotalsAsync();
        Assert.Single(answers.Distinct());
        Assert.Equal(1, settlements);
    }

    // Distinct fines of many subjects, as they are quoted before the first round.
    private static async Task<List<(
        Subject Subject, Fine Fine)>> TargetsAsync(TestGateway gateway, GatewayClient client)
    {
        var targets = new List<(Subject, Fine)>();
        foreach (var (letters, digits) in await gateway.Ledger.DebtorsAsync(Rounds))
        {
            var subject = Some.Plate(letters, digits);
            targets.AddRange((await Some.OutstandingAsync(client, subject)).Select(fine => (subject, fine)));
        }

        return [.. targets.Take(Rounds)];
    }

    private static long Piastres(Google.Type.Money money) => (money.Units * 100) + (money.Nanos / 10_000_000);

    private static async Task<(
        Settlement? Settlement, string Reason)> TryAsync(GatewayClient client, SettleFinesRequest request)
    {
        try
        {
            return ((await client.Settlements.SettleFinesAsync(request)).Settlement, "");
        }
        catch (GatewayRefusedException refused)
        {
            return (null, refused.Reason);
        }
    }
}

public sealed class SqliteSettlementRaceTests() : SettlementRaceTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerSettlementRaceTests() : SettlementRaceTests(TestDialect.SqlServer);
