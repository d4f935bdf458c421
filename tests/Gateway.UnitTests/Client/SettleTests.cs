using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

public sealed class SettleTests : IDisposable
{
    private readonly ScriptedGateway _gateway = new();

    public static TheoryData<StatusCode> CodesOfNoAnswer =>
        [StatusCode.Unavailable, StatusCode.DeadlineExceeded, StatusCode.ResourceExhausted, StatusCode.Cancelled];

    public static TheoryData<StatusCode> CodesOfSignedDoubt =>
        [StatusCode.Unavailable, StatusCode.DeadlineExceeded, StatusCode.Cancelled, StatusCode.Internal];

    public void Dispose() => _gateway.Dispose();

    [Fact]
    public async Task Settle_Answered_IsSettledInOneCall()
    {
        _gateway.Then(ScriptedGateway.Made());

        var outcome = await _gateway.SettleAsync();

        Assert.Equal(new SettlementOutcome.Settled(ScriptedGateway.Settlement()), outcome);
        Assert.Equal(["SettleFines"], _gateway.Called);
        Assert.Empty(_gateway.Waits);
    }

    [Theory]
    [MemberData(nameof(CodesOfNoAnswer))]
    public async Task Settle_WithoutAnAnswer_IsSentAgain(StatusCode code)
    {
        _gateway.ThenNoAnswer(code);
        _gateway.Then(ScriptedGateway.Made());

        var outcome = await _gateway.SettleAsync();

        Assert.IsType<SettlementOutcome.Settled>(outcome);
        Assert.Equal(["SettleFines", "SettleFines"], _gateway.Called);
        Assert.Single(_gateway.Verified);
    }

    [Theory]
    [MemberData(nameof(CodesOfSignedDoubt))]
    public async Task Settle_WhoseSignedAnswerLeavesTheOutcomeOpen_IsSentAgain(StatusCode code)
    {
        _gateway.ThenRefusal(code, "SOME_REASON");
        _gateway.Then(ScriptedGateway.Made());

        var outcome = await _gateway.SettleAsync();

        Assert.IsType<SettlementOutcome.Settled>(outcome);
        Assert.Equal(2, _gateway.Verified.Count);
    }

    [Fact]
    public async Task Settle_SentAgain_IsTheSameBytesThoughTheCallerChangedItsMessage()
    {
        var request = ScriptedGateway.Request();
        var bytes = request.ToByteArray();
        _gateway.ThenNoAnswer(StatusCode.DeadlineExceeded);
        _gateway.ThenNoAnswer(StatusCode.Unavailable);
        _gateway.Then(ScriptedGateway.Made());
        _gateway.OnWait = () => request.Items.Clear();

        await _gateway.Settling.SettleAsync(request, default);

        Assert.Equal(3, _gateway.Fake.Requests.Count);
        Assert.All(_gateway.Fake.Requests, sent => Assert.Equal(bytes, Assert.Single(sent)));
    }

    [Fact]
    public async Task Settle_EachAttempt_HasADeadlineOfItsOwn()
    {
        _gateway.Retry.AttemptDeadline = TimeSpan.FromMinutes(7);
        _gateway.ThenNoAnswer(StatusCode.DeadlineExceeded);
        _gateway.Then(ScriptedGateway.Made());
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        await _gateway.SettleAsync();

        Assert.All(
            _gateway.Deadlines,
            deadline => Assert.InRange(deadline - before, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(8)));
        Assert.True(_gateway.Deadlines[1] > _gateway.Deadlines[0]);
    }

    [Theory]
    [InlineData(StatusCode.InvalidArgument, "INVALID_FIELDS")]
    [InlineData(StatusCode.Aborted, "FINE_CHANGED")]
    [InlineData(StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE")]
    [InlineData(StatusCode.FailedPrecondition, "REQUEST_ID_ABANDONED")]
    public async Task Settle_Refused_IsThrownAtOnce(StatusCode code, string reason)
    {
        _gateway.ThenRefusal(code, reason);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => _gateway.SettleAsync());

        Assert.Equal(reason, refused.Reason);
        Assert.Equal(["SettleFines"], _gateway.Called);
    }

    [Fact]
    public async Task Settle_RefusedAsOverloadedEachTime_IsThrownAsNothingWasDone()
    {
        for (var i = 0; i < 3; i++)
            _gateway.ThenRefusal(StatusCode.ResourceExhausted, "OVERLOADED", Delay(1));

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => _gateway.SettleAsync());

        Assert.Equal("OVERLOADED", refused.Reason);
        Assert.Equal(3, _gateway.Called.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settle_ToldHowLongToWait_WaitsAtLeastThat(bool isSigned)
    {
        if (isSigned)
            _gateway.ThenRefusal(StatusCode.Unavailable, "PROSECUTION_UNAVAILABLE", Delay(2));
        else
            _gateway.ThenNoAnswer(StatusCode.ResourceExhausted, Delay(2));
        _gateway.Then(ScriptedGateway.Made());

        await _gateway.SettleAsync();

        Assert.Equal([TimeSpan.FromSeconds(2) + (_gateway.Retry.InitialBackoff / 2)], _gateway.Waits);
    }

    [Fact]
    public async Task Settle_WithFalseEvidence_IsUnknownAndNothingMoreIsSent()
    {
        _gateway.ThenFalseEvidence(ScriptedGateway.Made());

        var unknown = await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(() => _gateway.SettleAsync());

        Assert.IsType<EvidenceException>(unknown.InnerException);
        Assert.Equal(ScriptedGateway.RequestId, unknown.RequestId);
        Assert.Equal(["SettleFines"], _gateway.Called);
    }

    [Fact]
    public async Task Settle_CancelledBetweenAttempts_IsUnknownAndNothingMoreIsSent()
    {
        using var stop = new CancellationTokenSource();
        _gateway.ThenNoAnswer(StatusCode.Unavailable);
        _gateway.OnWait = stop.Cancel;

        var unknown = await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(
            () => _gateway.SettleAsync(stop.Token));

        Assert.IsAssignableFrom<OperationCanceledException>(unknown.InnerException);
        Assert.Equal(["SettleFines"], _gateway.Called);
    }

    [Fact]
    public async Task Settle_CancelledInTheLastAttempt_IsUnknownAndNotAbandoned()
    {
        using var stop = new CancellationTokenSource();
        _gateway.Retry.Attempts = 1;
        _gateway.ThenNoAnswer(StatusCode.Cancelled);
        await stop.CancelAsync();

        await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(() => _gateway.SettleAsync(stop.Token));

        Assert.Equal(["SettleFines"], _gateway.Called);
    }

    private static RetryInfo Delay(int seconds) =>
        new() { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)) };
}
