using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

public sealed class StreamTests : IDisposable
{
    private readonly VerifyingClient _client = new();

    public StreamTests() => _client.Gateway.Responses.Add(VerifyingClient.Response("2").ToByteArray());

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task ServerStream_WithGoodEvidence_EndsQuietly()
    {
        using var call = _client.ServerStream();

        var numbers = await ReadAllAsync(call.ResponseStream);

        Assert.Equal(["1", "2"], numbers);
        Assert.Equal(2, Assert.Single(_client.Verified).ResponseMessages.Count);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ServerStream_WithoutMessages_IsVerified()
    {
        _client.Gateway.Responses.Clear();
        using var call = _client.ServerStream();

        Assert.Empty(await ReadAllAsync(call.ResponseStream));
        Assert.Single(_client.Verified);
    }

    [Fact]
    public async Task ServerStream_WithWrongEvidence_HandsOutMessagesAndThrowsAtTheEnd()
    {
        _client.Gateway.ChangeStatement = statement => statement with { ResponseCount = 3 };
        using var call = _client.ServerStream();

        Assert.True(await call.ResponseStream.MoveNext(default));
        Assert.True(await call.ResponseStream.MoveNext(default));
        await Assert.ThrowsAsync<EvidenceException>(() => call.ResponseStream.MoveNext(default));
        Assert.Throws<EvidenceException>(() => call.GetTrailers());
    }

    [Fact]
    public async Task ServerStream_ThatFailsHalfWay_IsASignedRefusal()
    {
        _client.Gateway.Status = new Status(StatusCode.Aborted, "It changed.");
        using var call = _client.ServerStream();

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => ReadAllAsync(call.ResponseStream));

        Assert.Equal(StatusCode.Aborted, refused.StatusCode);
        Assert.Equal(2, refused.Evidence.Statement.ResponseCount);
    }

    [Fact]
    public void ServerStream_BeforeItsEnd_HasNoStatus()
    {
        using var call = _client.ServerStream();

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ClientStream_WithGoodEvidence_HandsOutTheAnswer(int count)
    {
        _client.Gateway.Responses.RemoveAt(1);
        using var call = _client.ClientStream();
        for (var i = 0; i < count; i++)
            await call.RequestStream.WriteAsync(VerifyingClient.Request($"{i}"));
        await call.RequestStream.CompleteAsync();

        var answer = await call.ResponseAsync;

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(count, Assert.Single(_client.Verified).RequestMessages.Count);
    }

    [Theory]
    [InlineData(StatusCode.OK, false)]
    [InlineData(StatusCode.InvalidArgument, true)]
    public async Task ClientStream_OfWhichTheGatewayTookAPart_IsGoodForARefusalOnly(StatusCode code, bool isGood)
    {
        _client.Gateway.Responses.RemoveAt(1);
        _client.Gateway.Status = new Status(code, "");
        _client.Gateway.RequestsTaken = 1;
        using var call = _client.ClientStream();
        await call.RequestStream.WriteAsync(VerifyingClient.Request("1"));
        await call.RequestStream.WriteAsync(VerifyingClient.Request("2"));
        await call.RequestStream.CompleteAsync();

        var thrown = await Record.ExceptionAsync(() => call.ResponseAsync);

        Assert.IsType(isGood ? typeof(GatewayRefusedException) : typeof(EvidenceException), thrown);
    }

    [Fact]
    public async Task Duplex_WithGoodEvidence_EndsQuietly()
    {
        using var call = _client.Duplex();
        await call.RequestStream.WriteAsync(VerifyingClient.Request("1"));
        await call.RequestStream.WriteAsync(VerifyingClient.Request("2"));
        await call.RequestStream.CompleteAsync();

        Assert.Equal(["1", "2"], await ReadAllAsync(call.ResponseStream));
        Assert.Equal(2, Assert.Single(_client.Verified).RequestMessages.Count);
    }

    [Fact]
    public async Task Duplex_WithoutEvidence_ThrowsAtTheEnd()
    {
        _client.Gateway.ChangeEvidence = _ => null;
        using var call = _client.Duplex();
        await call.RequestStream.CompleteAsync();

        var refused = await Assert.ThrowsAsync<EvidenceException>(() => ReadAllAsync(call.ResponseStream));

        Assert.Equal(EvidenceCheck.Present, refused.Check);
    }

    private static async Task<List<string>> ReadAllAsync(IAsyncStreamReader<GetFineResponse> stream)
    {
        var numbers = new List<string>();
        await foreach (var response in stream.ReadAllAsync())
            numbers.Add(response.Fine.FineNumber);
        return numbers;
    }
}
