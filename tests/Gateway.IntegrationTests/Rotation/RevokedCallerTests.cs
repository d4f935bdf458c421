using Gateway.Client;
using Gateway.Server.Callers;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Probe;
using Gateway.Testing.Tools;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>Callers that may call no more, on connections that are open.</summary>
public sealed class RevokedCallerTests : IDisposable
{
    private const string Inquire = "/traffic.gateway.v1.FinesInquiryService/InquireFines";
    private const string Branch = "spiffe://post.gov.eg/branch/00001";
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Theory]
    [InlineData("revoked")]
    [InlineData("denied")]
    [InlineData("authority left")]
    public async Task Call_OnAnOpenConnection_IsRefusedSignedAndThenTheConnectionCloses(string how)
    {
        await using var gateway = await StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var request = Some.Inquiry().ToByteArray();
        var before = await raw.SendAsync(Inquire, RawGrpc.Frame(request));

        await TakeAwayAsync(gateway, how);
        var after = await raw.SendAsync(Inquire, RawGrpc.Frame(request));
        await Until.SoAsync(() => !Open(gateway).Any(), "the connection to close");

        Assert.Equal(StatusCode.OK, before.Status);
        Assert.Equal((StatusCode.Unauthenticated, "CERTIFICATE_REVOKED"), (after.Status, after.Reason));
        var evidence = Signed.Check(after, raw.CertificateSha256, request);
        Assert.Equal(Branch, evidence.Statement.Caller);
        if (how != "denied")
            await Assert.ThrowsAsync<HttpRequestException>(() => raw.SendAsync(Inquire, RawGrpc.Frame(request)));
    }

    [Fact]
    public async Task Revoke_WithAnOpenStreamAndCallsInFlight_EndsThemWithinASecondAndNeighboursNoticeNothing()
    {
        await using var gateway = await StartAsync();
        var once = new RetryOptions { Attempts = 1 };
        var revoked = new ProbeService.ProbeServiceClient(gateway.Connect(retry: once).CallInvoker);
        var neighbour = new ProbeService.ProbeServiceClient(gateway.Connect("branch-00002").CallInvoker);
        using var chat = revoked.Chat();
        using var neighboursChat = neighbour.Chat();
        foreach (var stream in new[] { chat, neighboursChat })
        {
            await stream.RequestStream.WriteAsync(new ChatRequest { Line = "hello" });
            Assert.True(await stream.ResponseStream.MoveNext(default));
        }

        var slow = Enumerable.Range(0, 5)
            .Select(_ => revoked.EchoAsync(new EchoRequest { DelayMilliseconds = 30_000 }).ResponseAsync).ToList();
        await gateway.CallsUnderWayAsync(7);

        await TakeAwayAsync(gateway, "revoked");
        var start = TimeProvider.System.GetTimestamp();
        var ends = new List<Exception?> { await Record.ExceptionAsync(() => chat.ResponseStream.MoveNext(default)) };
        foreach (var call in slow)
            ends.Add(await Record.ExceptionAsync(() => call));
        var taken = TimeProvider.System.GetElapsedTime(start);

        Assert.All(ends, end => Assert.IsType<RpcException>(end, exactMatch: false));
        Assert.True(taken < TimeSpan.FromSeconds(1), $"{taken}");
        await neighboursChat.RequestStream.WriteAsync(new ChatRequest { Line = "still here" });
        Assert.True(await neighboursChat.ResponseStream.MoveNext(default));
        await neighboursChat.RequestStream.CompleteAsync();
        Assert.False(await neighboursChat.ResponseStream.MoveNext(default));
        await Assert.ThrowsAnyAsync<RpcException>(async () => await revoked.EchoAsync(new EchoRequest()));
    }

    [Fact]
    public async Task Expire_WithAnOpenStream_EndsItWithinASecond()
    {
        await using var gateway = await StartAsync();
        var expiry = TimeProvider.System.GetUtcNow().AddSeconds(4);
        using var pair = _pki.MakeCaller("short", "spiffe://post.gov.eg/branch/00001", expiry);
        using var client = GatewayClient.Connect(new GatewayClientOptions
        {
            Address = gateway.Address,
            ClientCertificate = pair.Certificate,
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
            Retry = new RetryOptions { Attempts = 1 },
        });
        using var chat = new ProbeService.ProbeServiceClient(client.CallInvoker).Chat();
        await chat.RequestStream.WriteAsync(new ChatRequest { Line = "hello" });
        Assert.True(await chat.ResponseStream.MoveNext(default));

        var end = await Record.ExceptionAsync(() => chat.ResponseStream.MoveNext(default));
        var late = TimeProvider.System.GetUtcNow() - expiry;

        Assert.IsType<RpcException>(end, exactMatch: false);
        Assert.InRange(late, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Connection_OfARevokedCallerThatCallsNoMore_EndsAfterAMinute()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = _pki.Settings,
            Services = services => services.AddSingleton<TimeProvider>(time),
        });
        await gateway.Connect().Fines.InquireFinesAsync(Some.Inquiry());
        _pki.MakeRevocationList("postal-root", [TestPki.Shared.KeyPair("branch-00001")]);
        _pki.Bring("postal-root.crl");
        await Until.SoAsync(() => Look(gateway, time, TimeSpan.FromMilliseconds(300)), "the list");

        var sweep = gateway.Services.GetRequiredService<ConnectionSweep>();
        sweep.Sweep();
        time.Advance(TimeSpan.FromSeconds(58));
        sweep.Sweep();
        var before = Open(gateway).Count();
        time.Advance(TimeSpan.FromSeconds(3));
        sweep.Sweep();
        await Until.SoAsync(() => !Open(gateway).Any(), "the connection to end");

        Assert.Equal(1, before);
        Assert.Single(gateway.Log.Lines, line => line.Contains("was ended: Revoked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authority_RenewedWithItsKey_KeepsItsCallersConnected()
    {
        await using var gateway = await StartAsync();
        var client = gateway.Connect();
        await client.Fines.InquireFinesAsync(Some.Inquiry());
        var connection = Assert.Single(Open(gateway));
        var renewed = _pki.MakeRenewedRoot("postal-root", validDays: 7300);

        _pki.Bring("postal-root.pem");
        await gateway.UntilAsync(
            pki => pki.Callers.Authorities.Certificates.Any(one => one.Thumbprint == renewed), "renewed authority");
        var answer = await client.Fines.InquireFinesAsync(Some.Inquiry());

        Assert.Equal(5, answer.OutstandingCount);
        Assert.Same(connection, Assert.Single(Open(gateway)));
    }

    [Fact]
    public async Task Policy_PatternTaken_CallerIsUnknownAndItsStreamEnds()
    {
        await using var gateway = await StartAsync();
        var probe = new ProbeService.ProbeServiceClient(gateway.Connect().CallInvoker);
        using var chat = probe.Chat();
        await chat.RequestStream.WriteAsync(new ChatRequest { Line = "hello" });
        Assert.True(await chat.ResponseStream.MoveNext(default));
        _pki.MakePolicy(policy => policy.Replace(
            "spiffe://post.gov.eg/branch/{branch}\"", "spiffe://post.gov.eg/other/{branch}\"", StringComparison.Ordinal));

        _pki.Bring("access-policy.json");
        var end = await Record.ExceptionAsync(() => chat.ResponseStream.MoveNext(default));
        var refused = await Refused.ByAsync(gateway.Connect().Fines.InquireFinesAsync(Some.Inquiry()));

        Assert.IsType<RpcException>(end, exactMatch: false);
        Assert.Equal("CALLER_UNKNOWN", refused.Reason);
    }

    private static bool Look(TestGateway gateway, FakeTimeProvider time, TimeSpan step)
    {
        gateway.Services.GetRequiredService<PkiRotation>().Look();
        time.Advance(step);
        return gateway.Ask(pki => pki.Callers.Lists.All.Any(list => list.Count > 0));
    }

    private static IEnumerable<CallerConnection> Open(TestGateway gateway) =>
        gateway.Services.GetRequiredService<CallerConnections>().Open;

    private Task<TestGateway> StartAsync() =>
        TestGateway.StartAsync(new TestGatewaySettings { More = _pki.Settings });

    private async Task TakeAwayAsync(TestGateway gateway, string how)
    {
        var before = gateway.Ask(pki => pki.Callers);
        switch (how)
        {
            case "revoked":
                _pki.MakeRevocationList("postal-root", [TestPki.Shared.KeyPair("branch-00001")]);
                _pki.Bring("postal-root.crl");
                break;
            case "denied":
                _pki.MakePolicy(policy => policy.Replace(
                    "\"denied\": []", $"\"denied\": [ \"{Branch}\" ]", StringComparison.Ordinal));
                _pki.Bring("access-policy.json");
                break;
            default:
                _pki.MakeOtherRoot("postal-root");
                _pki.Bring("postal-root.pem", "postal-root.crl");
                break;
        }

        await gateway.UntilAsync(pki => !ReferenceEquals(pki.Callers, before), how);
    }
}
