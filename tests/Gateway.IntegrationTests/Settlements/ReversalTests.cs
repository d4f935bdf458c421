using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Settlements;

public abstract class ReversalTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Reverse_SettlementOfToday_PutsEachFineBackAsItWas()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var before = await Some.OutstandingAsync(client);
        var settled = (await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), before))).Settlement;

        var answer = await client.Settlements.ReverseSettlementAsync(Some.Reversal(settled));

        var after = await Some.OutstandingAsync(client);
        var found = await client.Settlements.GetSettlementAsync(
            new GetSettlementRequest { SettlementNumber = settled.SettlementNumber, Counter = Some.Counter() });
        Assert.Equal(before, after);
        Assert.Equal(ReversalReason.TellerError, answer.Settlement.Reversal.Reason);
        Assert.Equal(Some.Counter(), answer.Settlement.Reversal.Counter);
        Assert.Equal(answer.Settlement, found.Settlement);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Reverse_SameRequestAgain_GivesTheSameBytesAlsoAfterTheFineIsPaidAnew()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0];
        var request = Some.Settlement(Some.Debtor(), fine);
        var first = await client.Settlements.SettleFinesAsync(request);
        var reversal = Some.Reversal(first.Settlement);

        var reversed = await client.Settlements.ReverseSettlementAsync(reversal);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fine));
        var again = await client.Settlements.ReverseSettlementAsync(reversal);
        var settledAgain = await client.Settlements.SettleFinesAsync(request);

        Assert.Equal(reversed.ToByteString(), again.ToByteString());
        Assert.Equal(first.ToByteString(), settledAgain.ToByteString());
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Reverse_TwiceByDifferentRequests_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settled = await SettleOneAsync(gateway);
        await client.Settlements.ReverseSettlementAsync(Some.Reversal(settled));

        var refused = await Refused.ByAsync(client.Settlements.ReverseSettlementAsync(Some.Reversal(settled)));

        Assert.Equal("SETTLEMENT_REVERSED", refused.Reason);
    }

    [DatabaseFact]
    public async Task Reverse_TenCallersAtOnce_OneDoesIt()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settled = await SettleOneAsync(gateway);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                await client.Settlements.ReverseSettlementAsync(Some.Reversal(settled));
                return "";
            }
            catch (Client.GatewayRefusedException refused)
            {
                return refused.Reason;
            }
        })));

        Assert.Single(outcomes, "");
        Assert.Equal(9, outcomes.Count(reason => reason == "SETTLEMENT_REVERSED"));
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseTheory]
    [InlineData("UPDATE settlement SET business_date = '2026-01-01'", "BUSINESS_DAY_CLOSED")]
    [InlineData("INSERT INTO business_day (business_date, is_closed) SELECT business_date, 1 FROM settlement WHERE "
        + "settlement_number = @p0", "BUSINESS_DAY_CLOSED")]
    [InlineData("UPDATE fine SET status = 3 WHERE status = 2", "FINE_NOT_SETTLED")]
    [InlineData("UPDATE fine SET status = 4 WHERE status = 2", "FINE_NOT_SETTLED")]
    [InlineData("UPDATE fine SET fees = fees + amount WHERE status = 2", "FINE_NOT_SETTLED")]
    public async Task Reverse_TooLateOrUnderAppeal_IsRefusedAndChangesNothing(string before, string reason)
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settled = await SettleOneAsync(gateway);
        gateway.Database.Execute(before, settled.SettlementNumber);

        var refused = await Refused.ByAsync(client.Settlements.ReverseSettlementAsync(Some.Reversal(settled)));

        Assert.Equal(reason, refused.Reason);
        Assert.Equal(0, gateway.Database.Number("SELECT COUNT(*) FROM settlement_reversal"));
        Assert.Equal(1, gateway.Database.Number(
            "SELECT COUNT(*) FROM settlement_item i JOIN settlement s ON s.id = i.settlement_id "
            + "WHERE i.is_active = 1 AND s.settlement_number = @p0",
            settled.SettlementNumber));
    }

    [DatabaseFact]
    public async Task Reverse_OtherBranchsSettlement_IsUnknownToABranchAndKnownToHeadOffice()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var settled = await SettleOneAsync(gateway);
        var request = Some.Reversal(settled);
        request.Counter = Some.Counter("00002");
        var byHeadOffice = Some.Reversal(settled);
        byHeadOffice.Counter = null;

        var refused = await Refused.ByAsync(
            gateway.Connect("branch-00002").Settlements.ReverseSettlementAsync(request));
        var answer = await gateway.Connect("head-office").Settlements.ReverseSettlementAsync(byHeadOffice);

        Assert.Equal("SETTLEMENT_UNKNOWN", refused.Reason);
        Assert.Null(answer.Settlement.Reversal.Counter);
    }

    [DatabaseFact]
    public async Task Reverse_EveryFieldWrong_NamesThemAll()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var request = new ReverseSettlementRequest
        {
            RequestId = "x",
            SettlementNumber = "123",
            Note = new string('n', 201),
        };

        var refused = await Refused.ByAsync(gateway.Connect().Settlements.ReverseSettlementAsync(request));

        Assert.Equal(
            ["counter", "note", "reason", "request_id", "settlement_number"],
            refused.FieldViolations.Select(violation => violation.Field).Order());
    }

    private static async Task<Settlement> SettleOneAsync(TestGateway gateway)
    {
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        return (await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines[0]))).Settlement;
    }
}

public sealed class SqliteReversalTests() : ReversalTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerReversalTests() : ReversalTests(TestDialect.SqlServer);
