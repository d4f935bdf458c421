using Gateway.Clearance;
using Gateway.Contracts.V1;
using Gateway.Server.Pki;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using ClearanceVerdict = Gateway.Contracts.V1.ClearanceVerdict;

namespace Gateway.IntegrationTests.Clearances;

public abstract class RevocationTests(TestDialect dialect)
{
    private static readonly string[] RootFiles = ["clearance-root-1.pem", "clearance-root-2.pem"];

    [DatabaseFact]
    public async Task Reprint_OnANewSheet_SupersedesTheCodeBefore()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var first = await SomeClearance.IssuedAsync(client);
        var request = SomeClearance.Reprint(first);

        var second = (await client.Clearances.ReprintClearanceCertificateAsync(request)).Certificate;

        Assert.Equal(
            [ClearanceState.Superseded, ClearanceState.Valid], second.Sheets.Select(sheet => sheet.State));
        Assert.Equal(request.SheetSerial, second.Sheets[1].SheetSerial);
        Assert.Equal(first.CertificateNumber, second.CertificateNumber);
        Assert.Equal(first.AsOfTime, second.AsOfTime);
        Assert.Equal(first.ExpireTime, second.ExpireTime);
        Assert.Equal(ClearanceVerdict.Superseded, await VerdictAsync(gateway, first.QrText));
        Assert.Equal(ClearanceVerdict.Genuine, await VerdictAsync(gateway, second.QrText));
    }

    [DatabaseFact]
    public async Task Revoke_APrintedAgainCertificate_RevokesEveryCodeOnce()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var first = await SomeClearance.IssuedAsync(client);
        var second = (await client.Clearances.ReprintClearanceCertificateAsync(
            SomeClearance.Reprint(first))).Certificate;
        var request = SomeClearance.Revoke(second);

        var revoked = (await reviewer.Clearances.RevokeClearanceCertificateAsync(request)).Certificate;

        Assert.Equal(ClearanceState.Revoked, revoked.State);
        Assert.Equal(ClearanceRevocationReason.IssuedInError, revoked.RevocationReason);
        Assert.All(revoked.Sheets, sheet => Assert.Equal(ClearanceState.Revoked, sheet.State));
        Assert.Equal(ClearanceVerdict.Revoked, await VerdictAsync(gateway, first.QrText));
        Assert.Equal(ClearanceVerdict.Revoked, await VerdictAsync(gateway, second.QrText));
        var again = await Refused.ByAsync(
            reviewer.Clearances.RevokeClearanceCertificateAsync(SomeClearance.Revoke(second)));
        Assert.Equal("CLEARANCE_NOT_VALID", again.Reason);
        Assert.Equal(revoked, (await reviewer.Clearances.RevokeClearanceCertificateAsync(request)).Certificate);
        var reprint = await Refused.ByAsync(
            client.Clearances.ReprintClearanceCertificateAsync(SomeClearance.Reprint(second)));
        Assert.Equal("CLEARANCE_NOT_VALID", reprint.Reason);
    }

    [DatabaseFact]
    public async Task List_SinceACursor_TellsEachCodeOnceInOrder()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var one = await SomeClearance.IssuedAsync(client);
        var two = await SomeClearance.IssuedAsync(client);
        await client.Clearances.ReprintClearanceCertificateAsync(SomeClearance.Reprint(one));
        await reviewer.Clearances.RevokeClearanceCertificateAsync(SomeClearance.Revoke(two));

        var first = await client.Clearances.ListClearanceRevocationsAsync(
            new ListClearanceRevocationsRequest { Counter = Some.Counter(), PageSize = 1 });
        var rest = await client.Clearances.ListClearanceRevocationsAsync(
            new ListClearanceRevocationsRequest { Counter = Some.Counter(), Cursor = first.NextCursor });
        var none = await client.Clearances.ListClearanceRevocationsAsync(
            new ListClearanceRevocationsRequest { Counter = Some.Counter(), Cursor = rest.NextCursor });

        var superseded = Assert.Single(first.Revocations);
        Assert.True(first.HasMore);
        Assert.Equal(
            (ClearanceState.Superseded, one.Sheets[0].CredentialId), (superseded.State, superseded.CredentialId));
        var revoked = Assert.Single(rest.Revocations);
        Assert.Equal((ClearanceState.Revoked, two.Sheets[0].CredentialId), (revoked.State, revoked.CredentialId));
        Assert.Empty(none.Revocations);
        Assert.Equal(rest.NextCursor, none.NextCursor);
    }

    [DatabaseFact]
    public async Task Lists_ForAVerifierWithoutANetwork_TellTheSameAsTheGateway()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var (client, reviewer) = (gateway.Connect(), gateway.Connect("reviewer"));
        var superseded = await SomeClearance.IssuedAsync(client);
        var genuine = (await client.Clearances.ReprintClearanceCertificateAsync(
            SomeClearance.Reprint(superseded))).Certificate;
        var revoked = await SomeClearance.IssuedAsync(client);
        await reviewer.Clearances.RevokeClearanceCertificateAsync(SomeClearance.Revoke(revoked));

        var lists = await client.Clearances.GetClearanceVerifierListsAsync(
            new GetClearanceVerifierListsRequest { Counter = Some.Counter() });

        var trust = TrustList.Read(lists.TrustList.Memory, PinnedRoots());
        var verifier = new ClearanceVerifier(trust, RevocationList.Read(lists.RevocationList.Memory, trust));
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(Clearance.ClearanceVerdict.Genuine, verifier.Check(genuine.QrText, now).Verdict);
        Assert.Equal(Clearance.ClearanceVerdict.Superseded, verifier.Check(superseded.QrText, now).Verdict);
        Assert.Equal(Clearance.ClearanceVerdict.Revoked, verifier.Check(revoked.QrText, now).Verdict);
    }

    private static List<ReadOnlyMemory<byte>> PinnedRoots() =>
    [
        .. RootFiles.Select(file =>
            (ReadOnlyMemory<byte>)PemFiles.LoadCertificates(TestPki.Shared.Directory, file)[0]
                .PublicKey.ExportSubjectPublicKeyInfo()),
    ];

    private static async Task<ClearanceVerdict> VerdictAsync(TestGateway gateway, string qrText) =>
        (await gateway.Connect("auditor").Clearances.VerifyClearanceCertificateAsync(
            new VerifyClearanceCertificateRequest { QrText = qrText })).Verdict;
}

public sealed class SqliteRevocationTests() : RevocationTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerRevocationTests() : RevocationTests(TestDialect.SqlServer);
