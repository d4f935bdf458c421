using Gateway.Client;
using Gateway.Testing.Gateways;
using Gateway.Testing.Probe;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.IntegrationTests.Evidence;

/// <summary>Streams, deadlines and faults: every way a call can end is signed, and the SDK verifies it.</summary>
public sealed class StreamTests
{
    private const int GatewayFault = 3001;

    [Fact]
    public async Task ServerStream_ToItsEnd_IsVerified()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = new List<VerifiedAnswer>();
        var probe = Probe(gateway, kept);

        using var call = probe.Count(new CountRequest { Count = 500 });
        var numbers = await call.ResponseStream.ReadAllAsync().Select(r => r.Number).ToListAsync();

        Assert.Equal(Enumerable.Range(1, 500), numbers);
        Assert.Equal(500, Assert.Single(kept).Evidence.Statement.ResponseCount);
    }

    [Fact]
    public async Task ServerStream_FailsHalfWay_EndsWithASignedFault()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Log.Expect(GatewayFault);
        var kept = new List<VerifiedAnswer>();
        var probe = Probe(gateway, kept);

        using var call = probe.Count(new CountRequest { Count = 10, FailAfter = 3 });
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await call.ResponseStream.ReadAllAsync().ToListAsync());

        Assert.Equal((StatusCode.Internal, "INTERNAL_FAULT"), (refused.StatusCode, refused.Reason));
        Assert.Equal(3, Assert.Single(kept).Evidence.Statement.ResponseCount);
    }

    [Fact]
    public async Task ServerStream_DeadlinePassesHalfWay_EndsSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var request = new CountRequest { Count = 1000, DelayMilliseconds = 50 }.ToByteArray();

        var answer = await raw.SendAsync(
            "/traffic.gateway.testing.v1.ProbeService/Count", RawGrpc.Frame(request), ("grpc-timeout", "400m"));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (answer.Status, answer.Reason));
        var statement = Signed.Check(answer, raw.CertificateSha256, request).Statement;
        Assert.InRange(statement.ResponseCount, 1, 8);
    }

    [Fact]
    public async Task ClientStream_ToItsEnd_IsVerified()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = new List<VerifiedAnswer>();
        var probe = Probe(gateway, kept);

        using var call = probe.Sum();
        for (var number = 1; number <= 300; number++)
            await call.RequestStream.WriteAsync(new SumRequest { Number = number });
        await call.RequestStream.CompleteAsync();
        var sum = await call;

        Assert.Equal(45150, sum.Sum);
        Assert.Equal(300, Assert.Single(kept).Evidence.Statement.RequestCount);
    }

    [Fact]
    public async Task DuplexStream_ToItsEnd_IsVerified()
    {
        await using var gateway = await TestGateway.StartAsync();
        var kept = new List<VerifiedAnswer>();
        var probe = Probe(gateway, kept);

        using var call = probe.Chat();
        foreach (var line in new[] { "سلام", "hello", "" })
        {
            await call.RequestStream.WriteAsync(new ChatRequest { Line = line });
            Assert.True(await call.ResponseStream.MoveNext(default));
            Assert.Equal(line, call.ResponseStream.Current.Line);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(default));
        var statement = Assert.Single(kept).Evidence.Statement;
        Assert.Equal((3, 3), (statement.RequestCount, statement.ResponseCount));
    }

    [Fact]
    public async Task ClientStream_LargerInAllThanOneMessageMayBe_IsTaken()
    {
        await using var gateway = await TestGateway.StartAsync();
        var probe = Probe(gateway, []);
        var line = new string('x', 100_000);

        using var call = probe.Chat();
        for (var i = 0; i < 100; i++)
        {
            await call.RequestStream.WriteAsync(new ChatRequest { Line = line });
            Assert.True(await call.ResponseStream.MoveNext(default));
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(default));
    }

    [Fact]
    public async Task ClientStream_WithGarbageInIt_IsMalformedAndSigned()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var good = new SumRequest { Number = 1 }.ToByteArray();

        var answer = await raw.SendAsync(
            "/traffic.gateway.testing.v1.ProbeService/Sum", [.. RawGrpc.Frame(
                good), .. RawGrpc.Frame([0xff, 0xff]), .. RawGrpc.Frame(good)]);

        Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (answer.Status, answer.Reason));
        var statement = Signed.Check(answer, raw.CertificateSha256, good, [0xff, 0xff]).Statement;
        Assert.Equal(2, statement.RequestCount);
    }

    [Fact]
    public async Task Unary_HandlerFails_IsASignedFaultAndLogged()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Log.Expect(GatewayFault);
        var probe = Probe(gateway, []);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await probe.EchoAsync(new EchoRequest { Fail = true }));

        Assert.Equal("INTERNAL_FAULT", refused.Reason);
        Assert.DoesNotContain(gateway.Log.Lines, line => line.Contains("asked to fail", StringComparison.Ordinal));
        Assert.Contains(gateway.Log.Lines, line => line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Unary_DeadlinePasses_IsAnsweredAtTheDeadlineAndSigned(bool stubborn)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var raw = new RawGrpc(gateway.Address);
        var request = new EchoRequest { DelayMilliseconds = 2000, Stubborn = stubborn }.ToByteArray();

        var answer = await raw.SendAsync(
            "/traffic.gateway.testing.v1.ProbeService/Echo", RawGrpc.Frame(request), ("grpc-timeout", "300m"));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (answer.Status, answer.Reason));
        Signed.Check(answer, raw.CertificateSha256, request);
    }

    [Fact]
    public async Task Unary_WithoutDeadline_GetsTheDefaultOne()
    {
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            More = new Dictionary<string, string?> { ["Gateway:Limits:DefaultDeadline"] = "00:00:00.3" },
        });
        using var raw = new RawGrpc(gateway.Address);
        var request = new EchoRequest { DelayMilliseconds = 5000 }.ToByteArray();

        var answer = await raw.SendAsync("/traffic.gateway.testing.v1.ProbeService/Echo", RawGrpc.Frame(request));

        Assert.Equal("DEADLINE_EXCEEDED", answer.Reason);
        Signed.Check(answer, raw.CertificateSha256, request);
    }

    private static ProbeService.ProbeServiceClient Probe(TestGateway gateway, List<VerifiedAnswer> kept) =>
        new(gateway.Connect(onVerified: kept.Add).CallInvoker);
}
