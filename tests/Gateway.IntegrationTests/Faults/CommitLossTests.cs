using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Faults;

/// <summary>
/// Whenever the connection to the database is lost: the caller hears the outcome or that it is unavailable, and the
/// same request again has the one outcome.
/// </summary>
public abstract class CommitLossTests(TestDialect dialect)
{
    /// <summary>The first time, and each time that the gateway looks what became of it.</summary>
    private const int MoreThanTheGatewayTries = 4;

    [DatabaseTheory]
    [InlineData(CommitLoss.CommitUndone)]
    [InlineData(CommitLoss.CommitDone)]
    public async Task Settle_LostOnceAtCommit_IsAnsweredAllTheSame(CommitLoss loss)
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect);
        var client = faulty.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));

        faulty.LoseNext(loss, times: 1);
        var answer = await client.Settlements.SettleFinesAsync(request);

        Assert.Equal(5, answer.Settlement.Items.Count);
        await AssertIsTheOneSettlementAsync(faulty, client, request, answer);
    }

    [DatabaseTheory]
    [InlineData(CommitLoss.BeforeCommit, 1)]
    [InlineData(CommitLoss.CommitUndone, MoreThanTheGatewayTries)]
    [InlineData(CommitLoss.CommitDone, MoreThanTheGatewayTries)]
    public async Task Settle_LostForLonger_IsUnavailableThenAnsweredOnRetry(CommitLoss loss, int times)
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect);
        var client = faulty.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));

        faulty.LoseNext(loss, times);
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.SettleFinesAsync(request));
        var outstanding = await Some.OutstandingAsync(client);
        var answer = await client.Settlements.SettleFinesAsync(request);

        Assert.Equal(loss == CommitLoss.CommitDone ? 0 : 5, outstanding.Count);
        await AssertIsTheOneSettlementAsync(faulty, client, request, answer);
    }

    [DatabaseTheory]
    [InlineData(CommitLoss.BeforeCommit, 1)]
    [InlineData(CommitLoss.CommitUndone, MoreThanTheGatewayTries)]
    [InlineData(CommitLoss.CommitDone, MoreThanTheGatewayTries)]
    public async Task Abandon_AfterASettlementThatWasLost_TellsWhatBecameOfIt(CommitLoss loss, int times)
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect);
        var client = faulty.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));
        faulty.LoseNext(loss, times);
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.SettleFinesAsync(request));

        var became = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(request));

        if (loss == CommitLoss.CommitDone)
        {
            Assert.Equal(became.Settlement, (await client.Settlements.SettleFinesAsync(request)).Settlement);
        }
        else
        {
            Assert.NotNull(became.Abandonment);
            var refused = await Refused.ByAsync(client.Settlements.SettleFinesAsync(request));
            Assert.Equal("REQUEST_ID_ABANDONED", refused.Reason);
        }

        Assert.Equal(loss == CommitLoss.CommitDone ? 1 : 0, (await faulty.Gateway.Ledger.TotalsAsync()).Settlements);
        Assert.Empty(await faulty.Gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseTheory]
    [InlineData(CommitLoss.BeforeCommit, 1)]
    [InlineData(CommitLoss.CommitUndone, MoreThanTheGatewayTries)]
    [InlineData(CommitLoss.CommitDone, MoreThanTheGatewayTries)]
    public async Task Abandon_LostItself_KeepsItsWordOnRetry(CommitLoss loss, int times)
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect);
        var client = faulty.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));

        faulty.LoseNext(loss, times);
        await FaultyGateway.AssertUnavailableAsync(
            client.Settlements.AbandonSettlementAsync(Some.Abandonment(request)));
        var first = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(request));
        var second = await client.Settlements.AbandonSettlementAsync(Some.Abandonment(request));
        var refused = await Refused.ByAsync(client.Settlements.SettleFinesAsync(request));

        Assert.NotNull(first.Abandonment);
        Assert.Equal(first.ToByteString(), second.ToByteString());
        Assert.Equal("REQUEST_ID_ABANDONED", refused.Reason);
        Assert.Empty(await faulty.Gateway.Ledger.BrokenLawsAsync());
    }

    [DatabaseTheory]
    [InlineData(CommitLoss.BeforeCommit, 1)]
    [InlineData(CommitLoss.CommitUndone, MoreThanTheGatewayTries)]
    [InlineData(CommitLoss.CommitDone, MoreThanTheGatewayTries)]
    public async Task Reverse_LostForLonger_TakesBackOnce(CommitLoss loss, int times)
    {
        await using var faulty = await FaultyGateway.StartAsync(dialect);
        var client = faulty.Connect();
        var settled = await client.Settlements.SettleFinesAsync(
            Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client)));
        var request = Some.Reversal(settled.Settlement);

        faulty.LoseNext(loss, times);
        await FaultyGateway.AssertUnavailableAsync(client.Settlements.ReverseSettlementAsync(request));
        var first = await client.Settlements.ReverseSettlementAsync(request);
        var second = await client.Settlements.ReverseSettlementAsync(request);

        Assert.NotNull(first.Settlement.Reversal);
        Assert.Equal(first.ToByteString(), second.ToByteString());
        Assert.Equal(5, (await Some.OutstandingAsync(client)).Count);
        Assert.Empty(await faulty.Gateway.Ledger.BrokenLawsAsync());
    }

    private static async Task AssertIsTheOneSettlementAsync(
        FaultyGateway faulty, GatewayClient client, SettleFinesRequest request, SettleFinesResponse answer)
    {
        var again = await client.Settlements.SettleFinesAsync(request);
        Assert.Equal(answer.ToByteString(), again.ToByteString());
        Assert.Equal(1, (await faulty.Gateway.Ledger.TotalsAsync()).Settlements);
        Assert.Empty(await faulty.Gateway.Ledger.BrokenLawsAsync());
    }
}

public sealed class SqliteCommitLossTests() : CommitLossTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerCommitLossTests() : CommitLossTests(TestDialect.SqlServer);
