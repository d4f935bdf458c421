using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Appeals;

/// <summary>One gateway with an appeal under review, for tables of refusals: none of them changes anything.</summary>
public sealed class BadAppealGateway : IAsyncLifetime
{
    private TestGateway _gateway = null!;

    internal GatewayClient Client { get; private set; } = null!;

    internal GatewayClient Reviewer { get; private set; } = null!;

    internal Appeal Appeal { get; private set; } = null!;

    /// <summary>A fine that is not under appeal.</summary>
    internal string FineNumber { get; private set; } = "";

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        Client = _gateway.Connect();
        Reviewer = _gateway.Connect("reviewer");
        var fines = await Some.OutstandingAsync(Client);
        FineNumber = fines[0].FineNumber;
        Appeal = await SomeAppeal.AtAsync(
            AppealStage.UnderReview, Client, Reviewer, SomeAppeal.Partial(null, fines[1].FineNumber));
    }

    public async Task DisposeAsync()
    {
        var asBefore = await Client.Appeals.GetAppealAsync(SomeAppeal.Get(Appeal.AppealNumber));
        Assert.Equal(Appeal.Etag, asBefore.Appeal.Etag);
        Assert.Empty(await _gateway.Ledger.BrokenLawsAsync());
        await _gateway.DisposeAsync();
    }
}
