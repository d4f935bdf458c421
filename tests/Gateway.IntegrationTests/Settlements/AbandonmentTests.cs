using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Settlements;

public abstract class AbandonmentTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Abandon_RequestThatNeverArrived_ForbidsItForEver()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settle = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);

        var first = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle));
        var again = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle));
        var refused = await Refused.ByAsync(client.Settlements.SettleFinesAsync(settle));

        Assert.Equal(settle.RequestId, first.Abandonment.RequestId);
        Assert.Equal(first.ToByteString(), again.ToByteString());
        Assert.Equal("REQUEST_ID_ABANDONED", refused.Reason);
        Assert.Equal(5, (await Some.OutstandingAsync(client)).Count);
        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseFact]
    public async Task Abandon_RequestThatWasCarriedOut_AnswersTheSettlementAsItStands()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settle = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);
        var settled = (await client.Settlements.SettleFinesAsync(settle)).Settlement;

        var standing = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle));
        var reversed = await client.Settlements.ReverseSettlementAsync(Some.Reversal(settled));
        var takenBack = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle));

        Assert.Equal(settled, standing.Settlement);
        Assert.Equal(reversed.Settlement, takenBack.Settlement);
    }

    [DatabaseFact]
    public async Task Abandon_IdOfAReversal_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settle = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);
        var settled = (await client.Settlements.SettleFinesAsync(settle)).Settlement;
        var reversal = Some.Reversal(settled);
        await client.Settlements.ReverseSettlementAsync(reversal);
        settle.RequestId = reversal.RequestId;

        var refused = await Refused.ByAsync(client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle)));

        Assert.Equal("REQUEST_ID_REUSED", refused.Reason);
    }

    [DatabaseFact]
    public async Task Abandon_OtherCallersRequest_IsARequestOfItsOwn()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var settle = Some.Settlement(Some.Debtor(), (await Some.OutstandingAsync(client))[0]);
        var request = Some.Abandonment(settle);
        request.Counter = Some.Counter("00002");

        var other = await gateway.Connect("branch-00002").Settlements.AbandonSettlementAsync(request);
        var settled = await client.Settlements.SettleFinesAsync(settle);

        Assert.NotNull(other.Abandonment);
        Assert.NotNull(settled.Settlement);
    }

    [DatabaseFact]
    public async Task Abandon_RacingWithTheRequestItself_OneOutcomeHoldsForBoth()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fine = (await Some.OutstandingAsync(client))[0];

        for (var round = 0; round < 40; round++)
        {
            var settle = Some.Settlement(Some.Debtor(), fine);
            var settling = Task.Run(() => TrySettleAsync(client, settle));
            var abandoned = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(settle));
            var settled = await settling;

            Assert.Equal(settled is null, abandoned.Settlement is null);
            if (settled is not null)
                await client.Settlements.ReverseSettlementAsync(Some.Reversal(settled));
        }

        Assert.Empty(await gateway.Ledger.BrokenLawsAsync());
    }

    private static async Task<Settlement?> TrySettleAsync(GatewayClient client, SettleFinesRequest request)
    {
        try
        {
            return (await client.Settlements.SettleFinesAsync(request)).Settlement;
        }
        catch (GatewayRefusedException refused) when (refused.Reason == "REQUEST_ID_ABANDONED")
        {
            return null;
        }
    }
}

public sealed class SqliteAbandonmentTests() : AbandonmentTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerAbandonmentTests() : AbandonmentTests(TestDialect.SqlServer);
