using Gateway.Contracts.V1;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Clearances;

public abstract class IssueTests(TestDialect dialect)
{
    [DatabaseFact]
    public async Task Issue_VehicleWithoutFines_AnswersACertificateThatVerifies()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = SomeClearance.Issue();

        var certificate = (await client.Clearances.IssueClearanceCertificateAsync(request)).Certificate;

        Assert.Equal(ClearanceState.Valid, certificate.State);
        Assert.True(Domain.RecordNumber.IsValid(certificate.CertificateNumber));
        Assert.Equal("سارة خالد يوسف منصور", certificate.Holder.FullName);
        Assert.Equal("**********0483", certificate.Holder.NationalId);
        Assert.Equal(request.SheetSerial, Assert.Single(certificate.Sheets).SheetSerial);
        Assert.Equal(
            certificate.AsOfTime.Seconds + (30 * 24 * 60 * 60), certificate.ExpireTime.Seconds);
        var verified = await client.Clearances.VerifyClearanceCertificateAsync(
            SomeClearance.Verify(certificate.QrText));
        Assert.Equal(ClearanceVerdict.Genuine, verified.Verdict);
        Assert.Equal("", verified.Reason);
        Assert.Equal(certificate.CertificateNumber, verified.CertificateNumber);
        Assert.Equal(certificate.Subject, verified.Subject);
        Assert.Equal(0, verified.FinesSince.Count);
        Assert.Null(verified.Holder);
    }

    [DatabaseFact]
    public async Task Issue_DriverByNationalId_NamesTheLicenceByItsLastDigits()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var driver = new Subject { DrivingLicence = new DrivingLicence { NationalId = SomeAppeal.NationalId } };
        await client.Settlements.SettleFinesAsync(
            Some.Settlement(driver, await Some.OutstandingAsync(client, driver)));

        var certificate = await SomeClearance.IssuedAsync(client, driver);

        Assert.Equal("1080027651", certificate.Subject.DrivingLicence.LicenceNumber);
        var verified = await client.Clearances.VerifyClearanceCertificateAsync(
            SomeClearance.Verify(certificate.QrText));
        Assert.Equal(ClearanceVerdict.Genuine, verified.Verdict);
        Assert.Equal("7651", verified.Subject.DrivingLicence.LicenceNumber);
    }

    [DatabaseFact]
    public async Task Issue_WhileFinesAreOutstanding_IsRefusedWithEachOfThem()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);

        var refused = await Refused.ByAsync(
            client.Clearances.IssueClearanceCertificateAsync(SomeClearance.Issue(Some.Debtor())));

        Assert.Equal("FINES_OUTSTANDING", refused.Reason);
        Assert.Equal(
            fines.Select(fine => fine.FineNumber),
            refused.PreconditionViolations.Select(violation => violation.Subject));
        Assert.Equal("5", refused.Values["unpaid_count"]);
        Assert.Equal("2575.00", refused.Values["unpaid_total"]);
    }

    [DatabaseFact]
    public async Task Issue_UnpaidFineUnderAppeal_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines.Skip(1)));
        await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fines[0].FineNumber));

        var refused = await Refused.ByAsync(
            client.Clearances.IssueClearanceCertificateAsync(SomeClearance.Issue(Some.Debtor())));

        Assert.Equal("FINES_OUTSTANDING", refused.Reason);
        Assert.Equal(fines[0].FineNumber, Assert.Single(refused.PreconditionViolations).Subject);
    }

    [DatabaseFact]
    public async Task Issue_PaidFineUnderAppeal_IsIssued()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var fines = await Some.OutstandingAsync(client);
        await client.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines));
        await client.Appeals.SubmitAppealAsync(SomeAppeal.Partial(null, fines[0].FineNumber));

        var certificate = await SomeClearance.IssuedAsync(client, Some.Debtor());

        Assert.Equal(ClearanceState.Valid, certificate.State);
    }

    [DatabaseFact]
    public async Task Issue_SameRequestTwice_IsTheSameCertificate()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var request = SomeClearance.Issue();

        var first = await client.Clearances.IssueClearanceCertificateAsync(request);
        var second = await client.Clearances.IssueClearanceCertificateAsync(request);

        Assert.Equal(first, second);
    }

    [DatabaseFact]
    public async Task Issue_OnASheetThatWasUsed_IsRefused()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var client = gateway.Connect();
        var used = await SomeClearance.IssuedAsync(client);
        var request = SomeClearance.Issue();
        request.SheetSerial = " " + used.Sheets[0].SheetSerial.ToLowerInvariant();

        var refused = await Refused.ByAsync(client.Clearances.IssueClearanceCertificateAsync(request));

        Assert.Equal("SHEET_USED", refused.Reason);
    }

    [DatabaseFact]
    public async Task Get_AnotherBranchesCertificate_IsUnknown()
    {
        await using var gateway = await TestGateway.StartAsync(dialect);
        var certificate = await SomeClearance.IssuedAsync(gateway.Connect());
        var request = SomeClearance.Get(certificate);
        request.Counter = Some.Counter("00002");

        var refused = await Refused.ByAsync(
            gateway.Connect("branch-00002").Clearances.GetClearanceCertificateAsync(request));
        var seen = await gateway.Connect("reviewer").Clearances.GetClearanceCertificateAsync(
            new GetClearanceCertificateRequest { CertificateNumber = certificate.CertificateNumber });

        Assert.Equal("CLEARANCE_UNKNOWN", refused.Reason);
        Assert.Equal("29211022100483", seen.Certificate.Holder.NationalId);
    }
}

public sealed class SqliteIssueTests() : IssueTests(TestDialect.Sqlite);

[OnSqlServer]
public sealed class SqlServerIssueTests() : IssueTests(TestDialect.SqlServer);
