using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.IntegrationTests.Evidence;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>The SDK sends calls again, and the gateway gives the one answer.</summary>
public sealed class RetryTests
{
    private const int SealingFailed = 2001;

    [Fact]
    public async Task Settle_MadeButNotAnswered_IsAnsweredByTheNextAttempt()
    {
        using var signer = new BrokenSigner();
        await using var gateway = await StartAsync(signer);
        var kept = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: kept.Add);
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));
        kept.Clear();

        signer.FailNext(1);
        var outcome = await client.SettleAsync(request);

        var settled = Assert.IsType<SettlementOutcome.Settled>(outcome);
        Assert.Equal(request.RequestId, settled.Settlement.RequestId);
        Assert.Equal("/traffic.gateway.v1.SettlementService/SettleFines", Assert.Single(kept).Method);
        Assert.Equal(1, (await gateway.Ledger.TotalsAsync()).Settlements);
    }

    [Fact]
    public async Task Settle_Refused_IsThrown()
    {
        await using var gateway = await TestGateway.StartAsync();
        var client = gateway.Connect();
        var request = Some.Settlement(Some.Debtor(), await Some.OutstandingAsync(client));
        request.Items[0].Etag = new string('0', 16);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => client.SettleAsync(request));

        Assert.Equal("FINE_CHANGED", refused.Reason);
    }

    [Fact]
    public async Task Call_NotAnswered_IsSentAgainByGrpcItself()
    {
        using var signer = new BrokenSigner();
        await using var gateway = await StartAsync(signer);
        var kept = new List<VerifiedAnswer>();
        var client = gateway.Connect(onVerified: kept.Add);

        signer.FailNext(1);
        var answer = await client.Fines.InquireFinesAsync(Some.Inquiry());

        Assert.Equal(5, answer.OutstandingCount);
        Assert.Single(kept);
    }

    private static async Task<TestGateway> StartAsync(BrokenSigner signer)
    {
        var gateway = await TestGateway.StartAsync(new TestGatewaySettings { Services = signer.Wrap });
        gateway.Log.Expect(SealingFailed);
        gateway.Log.ExpectFrom("Gateway.EvidenceLog");
        return gateway;
    }
}
