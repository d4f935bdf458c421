using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Clearances;

/// <summary>
/// Law 5: who may take back a settlement that a certificate leans on, and what becomes of the certificate.
/// </summary>
public abstract class LeanedOnSettlementTests(TestDialect dialect) : IAsyncLifetime
{
    private TestGateway _gateway = null!;
    private GatewayClient _client = null!;
    private GatewayClient _headOffice = null!;
    private Settlement _settlement = null!;
    private ClearanceCertificate _certificate = null!;

    public async Task InitializeAsync()
    {
        if (dialect == TestDialect.SqlServer && SqlServerUnderTest.SkipReason is not null)
            return;

        _gateway = await TestGateway.StartAsync(dialect);
        _client = _gateway.Connect();
        _headOffice = _gateway.Connect("head-office");
        var fines = await Some.OutstandingAsync(_client);
        _settlement = (await _client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines))).Settlement;
        _certificate = await SomeClearance.IssuedAsync(_client, Some.Debtor());
    }

    public async Task DisposeAsync()
    {
        if (_gateway is not null)
            await _gateway.DisposeAsync();
    }

    [DatabaseTheory]
    [InlineData("branch-00001")]
    [InlineData("hub")]
    public async Task Reverse_ByTheCounter_IsRefusedWithTheSheet(string caller)
    {
        var refused = await Refused.ByAsync(
            _gateway.Connect(caller).Settlements.ReverseSettlementAsync(Some.Reversal(_settlement)));

        Assert.Equal("SETTLEMENT_LEANED_ON", refused.Reason);
        Assert.Equal(_certificate.Sheets[0].SheetSerial, Assert.Single(refused.PreconditionViolations).Subject);
    }

    [DatabaseFact]
    public async Task Reverse_ByHeadOfficeWithoutTheSheet_IsRefused()
    {
        var refused = await Refused.ByAsync(_headOffice.Settlements.ReverseSettlementAsync(Reversal()));

        Assert.Equal("SETTLEMENT_LEANED_ON", refused.Reason);
        Assert.Empty(await RevokedAsync());
    }

    [DatabaseFact]
    public async Task Reverse_ByHeadOfficeWithTheSheet_RevokesTheCertificate()
    {
        await _headOffice.Settlements.ReverseSettlementAsync(Reversal(_certificate.Sheets[0].SheetSerial));

        var after = (await _client.Clearances.GetClearanceCertificateAsync(
            SomeClearance.Get(_certificate))).Certificate;
        Assert.Equal(ClearanceState.Revoked, after.State);
        Assert.Equal(ClearanceRevocationReason.SettlementReversed, after.RevocationReason);
        Assert.Equal(_certificate.Sheets[0].CredentialId, Assert.Single(await RevokedAsync()));
        Assert.Equal(5, (await Some.OutstandingAsync(_client)).Count);
    }

    [DatabaseFact]
    public async Task Reverse_WithTheSheetThatWasPrintedFirst_IsRefused()
    {
        var again = (await _client.Clearances.ReprintClearanceCertificateAsync(
            SomeClearance.Reprint(_certificate))).Certificate;

        var refused = await Refused.ByAsync(_headOffice.Settlements.ReverseSettlementAsync(
            Reversal(_certificate.Sheets[0].SheetSerial)));

        Assert.Equal("SETTLEMENT_LEANED_ON", refused.Reason);
        Assert.Equal(again.Sheets[1].SheetSerial, Assert.Single(refused.PreconditionViolations).Subject);
    }

    [DatabaseFact]
    public async Task Reverse_WithAnotherSheetBeside_NamesItAsWrong()
    {
        var refused = await Refused.ByAsync(_headOffice.Settlements.ReverseSettlementAsync(
            Reversal(_certificate.Sheets[0].SheetSerial, "EG-OTHER")));

        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal("recovered_sheet_serials[1]", Assert.Single(refused.FieldViolations).Field);
    }

    [DatabaseFact]
    public async Task Reverse_SheetNamedByABranch_IsAWrongField()
    {
        var request = Some.Reversal(_settlement);
        request.RecoveredSheetSerials.Add(_certificate.Sheets[0].SheetSerial);

        var refused = await Refused.ByAsync(_client.Settlements.ReverseSettlementAsync(request));

        Assert.Equal("recovered_sheet_serials", Assert.Single(refused.FieldViolations).Field);
    }

    [DatabaseFact]
    public async Task Reverse_OnceTheCertificateIsRevoked_IsTheCountersAgain()
    {
        await _gateway.Connect("reviewer").Clearances.RevokeClearanceCertificateAsync(
            SomeClearance.Revoke(_certificate));

        var reversed = await _client.Settlements.ReverseSettlementAsync(Some.Reversal(_settlement));

        Assert.NotNull(reversed.Settlement.Reversal);
    }

    [DatabaseFact]
    public async Task Verify_AfterANewFine_TellsWhatCameSince()
    {
        await _gateway.Connect("reviewer").Clearances.RevokeClearanceCertificateAsync(
            SomeClearance.Revoke(_certificate));
        await _client.Settlements.ReverseSettlementAsync(Some.Reversal(_settlement));

        var verified = await _client.Clearances.VerifyClearanceCertificateAsync(
            SomeClearance.Verify(_certificate.QrText));

        Assert.Equal(ClearanceVerdict.Revoked, verified.Verdict);
        Assert.Equal(5, verified.FinesSince.Count);
        Assert.Equal(2575, verified.FinesSince.Total.Units);
    }

    private ReverseSettlementRequest Reversal(params string[] recovered)
    {
        var request = Some.Reversal(_settlement);
        request.Counter = null;
        request.RecoveredSheetSerials.Add(recovered);
        return request;
    }

    private async Task<IEnumerable<Google.Protobuf.ByteString>> RevokedAsync() =>
        (await _client.Clearances.ListClearanceRevocationsAsync(
            new ListClearanceRevocationsRequest { Counter = Some.Counter() }))
            .Revocations.Select(one => one.CredentialId);
}

public sealed class SqliteLeanedOnSettlementTests() : LeanedOnSettlementTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerLeanedOnSettlementTests() : LeanedOnSettlementTests(TestDialect.SqlServer);
