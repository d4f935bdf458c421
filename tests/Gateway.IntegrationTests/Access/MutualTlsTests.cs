using System.Security.Authentication;
using Gateway.Contracts.V1;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.IntegrationTests.Access;

public sealed class MutualTlsTests
{
    private const string Inquire = "/traffic.gateway.v1.FinesInquiryService/InquireFines";

    [Theory]
    [InlineData(null)]
    [InlineData("odd-stranger")]
    [InlineData("odd-expired")]
    [InlineData("odd-early")]
    [InlineData("odd-no-purpose")]
    [InlineData("odd-server-purpose")]
    public async Task Connect_WithoutAGoodCertificate_HasNoHandshake(string? caller)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, caller);

        await Assert.ThrowsAsync<HttpRequestException>(() => raw.SendAsync(Inquire, Body()));
    }

    [Fact]
    public async Task Connect_ByTls12_HasNoHandshake()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, "branch-00001", SslProtocols.Tls12);

        await Assert.ThrowsAsync<HttpRequestException>(() => raw.SendAsync(Inquire, Body()));
    }

    [Theory]
    [InlineData("odd-no-name")]
    [InlineData("odd-two-names")]
    [InlineData("odd-other-domain")]
    [InlineData("odd-unknown-path")]
    [InlineData("odd-web-name")]
    public async Task Call_CertificateNamesNoCaller_IsRefusedAndSigned(string caller)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, caller);

        var answer = await raw.SendAsync(Inquire, Body());

        Assert.Equal((StatusCode.Unauthenticated, "CALLER_UNKNOWN"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, Some.Inquiry().ToByteArray());
    }

    [Theory]
    [InlineData("/traffic.gateway.v1.SettlementService/SettleFines", "reviewer")]
    [InlineData("/traffic.gateway.v1.SettlementService/SettleFines", "head-office")]
    [InlineData("/traffic.gateway.v1.SettlementService/GetSettlement", "reviewer")]
    [InlineData(Inquire, "auditor")]
    [InlineData("/traffic.gateway.testing.v1.ProbeService/Closed", "branch-00001")]
    [InlineData("/traffic.gateway.testing.v1.ProbeService/Echo", "hub")]
    public async Task Call_RoleWithoutGrant_IsRefusedAndSigned(string path, string caller)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, caller);

        var answer = await raw.SendAsync(path, Body());

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, Some.Inquiry().ToByteArray());
    }

    [Theory]
    [InlineData("branch-00001", "00002", "01", "BRANCH_MISMATCH")]
    [InlineData("counter-02", "00001", "03", "BRANCH_MISMATCH")]
    [InlineData("counter-02", "00001", "02", "")]
    [InlineData("hub", "00002", "01", "")]
    public async Task Call_NamesACounter_OnlyItsOwn(string caller, string branch, string counter, string reason)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address, caller);
        var request = Some.Inquiry();
        request.Counter = new Counter { BranchCode = branch, CounterCode = counter, TellerCode = "t" };

        var answer = await raw.SendAsync(Inquire, RawGrpc.Frame(request.ToByteArray()));

        Assert.Equal(reason, answer.Reason);
        Signed.Check(answer, raw.CertificateSha256, request.ToByteArray());
    }

    private static byte[] Body() => RawGrpc.Frame(Some.Inquiry().ToByteArray());
}
