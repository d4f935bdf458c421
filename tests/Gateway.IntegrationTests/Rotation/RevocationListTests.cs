using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.IntegrationTests.Rotation;

public sealed class RevocationListTests : IDisposable
{
    private const int Refused = 5102;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task List_OfBefore_IsRefusedAndTheNewerOneStays()
    {
        await using var gateway = await StartAsync();
        gateway.Log.Expect(Refused);
        await BringAsync(gateway, number: 5, Revoked());

        _pki.MakeRevocationList("postal-root", [], number: 4);
        _pki.Bring("postal-root.crl");
        await gateway.UntilAsync("callers", PartStateKind.Refused);

        Assert.Contains("number 4; number 5 was in force", await gateway.ReadyAsync(), StringComparison.Ordinal);
        Assert.Equal(1, gateway.Ask(pki => pki.Callers.Lists.All.Sum(list => list.Count)));
    }

    [Fact]
    public async Task List_OfBeforeARestart_StopsTheStart()
    {
        var folder = TestFolders.Create();
        await using (var gateway = await StartAsync(folder))
            await BringAsync(gateway, number: 5, Revoked());
        _pki.MakeRevocationList("postal-root", [], number: 4);
        _pki.Bring("postal-root.crl");

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => StartAsync(folder));

        Assert.Contains("number 4; number 5 was in force", refused.Message, StringComparison.Ordinal);
        TestFolders.Delete(folder);
    }

    [Fact]
    public async Task List_Overdue_CapsSettlementsAndOtherwiseServes()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        await BringAsync(gateway, number: 5, [], nextUpdate: _now.AddHours(-1));

        var refused = await Testing.Gateways.Refused.ByAsync(
            client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines)));
        var settled = await client.Settlements.SettleFinesAsync(
            Some.Settlement(Some.Debtor(), fines.Where(fine => fine.AmountDue.Units < 400).Take(1)));

        Assert.Equal("SETTLEMENT_OVER_CEILING", refused.Reason);
        Assert.Equal("1000.00", refused.Values["ceiling"]);
        Assert.NotNull(settled.Settlement);
    }

    [Fact]
    public async Task List_OverdueForTooLong_RefusesThatAuthoritysCallersOnlyAndServesThemAgain()
    {
        await using var gateway = await StartAsync();
        var (branch, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        await BringAsync(gateway, number: 5, [], nextUpdate: _now.AddHours(-73));

        var refused = await Testing.Gateways.Refused.ByAsync(branch.Fines.InquireFinesAsync(Some.Inquiry()));
        var other = await reviewer.Reviews.ListOpenAppealsAsync(new());
        await BringAsync(gateway, number: 6, []);
        var again = await branch.Fines.InquireFinesAsync(Some.Inquiry());

        Assert.Equal("REVOCATION_LIST_OUTDATED", refused.Reason);
        Assert.NotNull(other);
        Assert.Equal(5, again.OutstandingCount);
    }

    [Fact]
    public async Task List_RevokesAnAuthorityBelowTheRoot_ItsCallersCannotConnect()
    {
        await using var gateway = await StartAsync();
        var middle = _pki.MakeAuthorityBelow("postal-root", "postal-issuing");
        var caller = _pki.Make(
            "below", "below", "postal-issuing", SampleProfile.Caller(new Uri("spiffe://post.gov.eg/branch/00001")));
        using var pair = PemFiles.LoadKeyPair(_pki.Made, "below");
        using var client = Client.GatewayClient.Connect(new Client.GatewayClientOptions
        {
            Address = gateway.Address,
            ClientCertificate = pair.Certificate,
            ClientCertificateIssuers = [middle],
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
        });
        await client.Fines.InquireFinesAsync(Some.Inquiry());

        await BringAsync(gateway, number: 5, [middle]);
        var refused = await Testing.Gateways.Refused.ByAsync(client.Fines.InquireFinesAsync(Some.Inquiry()));

        Assert.Equal("CERTIFICATE_REVOKED", refused.Reason);
        Assert.NotNull(caller);
    }

    private static X509Certificate2[] Revoked() => [TestPki.Shared.KeyPair("branch-00002")];

    private Task<TestGateway> StartAsync(string? directory = null) =>
        TestGateway.StartAsync(new TestGatewaySettings { Directory = directory, More = _pki.Settings });

    private async Task BringAsync(
        TestGateway gateway, long number, X509Certificate2[] revoked, DateTimeOffset? nextUpdate = null)
    {
        _pki.MakeRevocationList(
            "postal-root", revoked, number, nextUpdate, thisUpdate: nextUpdate is null ? null : _now.AddDays(-10));
        _pki.Bring("postal-root.crl");
        await gateway.UntilAsync(pki => pki.Callers.Lists.All.Any(list => list.Number == number), "the list");
    }
}
