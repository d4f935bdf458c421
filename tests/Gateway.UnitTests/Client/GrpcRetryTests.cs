using Gateway.Client;
using Gateway.Client.Connection;
using Gateway.Client.Verification;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Any = Google.Protobuf.WellKnownTypes.Any;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Gateway.UnitTests.Client;

/// <summary>gRPC's own retries below verification: what is verified is the last attempt.</summary>
public sealed class GrpcRetryTests : IDisposable
{
    private static readonly RetryOptions Retry = new()
    {
        Attempts = 3,
        InitialBackoff = TimeSpan.FromMilliseconds(1),
        MaxBackoff = TimeSpan.FromMilliseconds(1),
    };

    private readonly VerifyingClient _client = new();
    private readonly HttpFakeGateway _http;
    private readonly GrpcChannel _channel;
    private readonly VerifyingCallInvoker _invoker;

    public GrpcRetryTests()
    {
        _http = new HttpFakeGateway(_client.Gateway);
        _channel = GrpcChannel.ForAddress("https://gateway.test", new GrpcChannelOptions
        {
            HttpHandler = _http,
            ServiceConfig = GrpcRetries.From(Retry),
        });
        _invoker = new VerifyingCallInvoker(_channel.CreateCallInvoker(), _client.Settings);
    }

    public void Dispose()
    {
        _channel.Dispose();
        _http.Dispose();
        _client.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Call_WhoseConnectionBroke_IsSentAgainAndVerified(int arrived)
    {
        _http.BreakAfter.Enqueue(arrived);

        var answer = await GetFineAsync();

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(2, _http.Nonces.Count);
        Assert.Single(_http.Nonces.Distinct());
        Assert.Equal(
            VerifyingClient.Request("1").ToByteArray(), Assert.Single(Assert.Single(_client.Verified).RequestMessages));
    }

    [Fact]
    public async Task Call_RefusedAsUnavailableAndThenAnswered_IsVerifiedOnce()
    {
        UnavailableFor(attempts: 1);

        var answer = await GetFineAsync();

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(2, _http.Nonces.Count);
        Assert.Single(_client.Verified);
    }

    [Fact]
    public async Task Call_RefusedAsUnavailableEachTime_EndsWithTheLastRefusal()
    {
        UnavailableFor(attempts: 3);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(GetFineAsync);

        Assert.Equal("PROSECUTION_UNAVAILABLE", refused.Reason);
        Assert.Equal(3, _http.Nonces.Count);
        Assert.Single(_client.Verified);
    }

    [Fact]
    public async Task Call_WhoseLastAttemptHasFalseEvidence_IsRefused()
    {
        _http.BreakAfter.Enqueue(1);
        _client.Gateway.ChangeStatement = statement => statement with { CallNonce = new string('0', 32) };

        var refused = await Assert.ThrowsAsync<EvidenceException>(GetFineAsync);

        Assert.Equal(EvidenceCheck.Nonce, refused.Check);
    }

    [Fact]
    public async Task Call_RefusedForAnotherReason_IsNotSentAgain()
    {
        _client.Gateway.Status = new Status(StatusCode.Aborted, "");

        await Assert.ThrowsAsync<GatewayRefusedException>(GetFineAsync);

        Assert.Single(_http.Nonces);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ClientStream_WhoseConnectionBroke_IsSentAgainWhole(int arrived)
    {
        _http.BreakAfter.Enqueue(arrived);

        var answer = await StreamAsync(messages: 3);

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(2, _http.Nonces.Count);
        Assert.Equal(3, Assert.Single(_client.Verified).RequestMessages.Count);
        Assert.Equal(3, Assert.Single(_client.Gateway.Requests).Count);
    }

    [Fact]
    public async Task ClientStream_LargerThanGrpcKeeps_IsSentOnceAndItsOutcomeIsUnknown()
    {
        _http.BreakAfter.Enqueue(2);

        var failed = await Assert.ThrowsAsync<RpcException>(() => StreamAsync(messages: 2, size: 600_000));

        Assert.Equal(StatusCode.Unavailable, failed.StatusCode);
        Assert.Single(_http.Nonces);
        Assert.Empty(_client.Verified);
    }

    private async Task<GetFineResponse> GetFineAsync() =>
        await new FinesInquiryService.FinesInquiryServiceClient(_invoker).GetFineAsync(VerifyingClient.Request("1"));

    private async Task<GetFineResponse> StreamAsync(int messages, int size = 1)
    {
        var method = VerifyingClient.MethodOf(MethodType.ClientStreaming);
        using var call = _invoker.AsyncClientStreamingCall(method, null, default);
        for (var i = 0; i < messages; i++)
            await call.RequestStream.WriteAsync(VerifyingClient.Request(new string('1', size)));
        await call.RequestStream.CompleteAsync();
        return await call;
    }

    private void UnavailableFor(int attempts)
    {
        var error = new ErrorInfo { Reason = "PROSECUTION_UNAVAILABLE" };
        var details = new RpcStatus { Details = { Any.Pack(error) } }.ToByteArray();
        _client.Gateway.OnCall = _ =>
        {
            var isRefused = attempts-- > 0;
            _client.Gateway.Status = isRefused ? new Status(StatusCode.Unavailable, "") : Status.DefaultSuccess;
            _client.Gateway.StatusDetails = isRefused ? details : null;
        };
    }
}
