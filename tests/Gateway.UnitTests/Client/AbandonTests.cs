using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

/// <summary>When sending again does not tell what became of a settlement, AbandonSettlement decides.</summary>
public sealed class AbandonTests : IDisposable
{
    private static readonly string[] AllAttemptsAndAbandon =
        ["SettleFines", "SettleFines", "SettleFines", "AbandonSettlement"];

    private readonly ScriptedGateway _gateway = new();

    public void Dispose() => _gateway.Dispose();

    [Fact]
    public async Task Settle_AttemptsUsedUpThoughItWasMade_IsSettled()
    {
        NoAnswers(3);
        _gateway.Then(ScriptedGateway.FoundMade());

        var outcome = await _gateway.SettleAsync();

        Assert.Equal(new SettlementOutcome.Settled(ScriptedGateway.Settlement()), outcome);
        Assert.Equal(AllAttemptsAndAbandon, _gateway.Called);
        Assert.Equal(2, _gateway.Waits.Count);
    }

    [Fact]
    public async Task Settle_AttemptsUsedUpAndNeverMade_IsAbandoned()
    {
        NoAnswers(3);
        _gateway.Then(ScriptedGateway.Abandoned());

        var outcome = await _gateway.SettleAsync();

        var abandoned = Assert.IsType<SettlementOutcome.Abandoned>(outcome);
        Assert.Equal(ScriptedGateway.RequestId, abandoned.Abandonment.RequestId);
        Assert.Equal(StatusCode.DeadlineExceeded, abandoned.Failure!.StatusCode);
        var asked = AbandonSettlementRequest.Parser.ParseFrom(_gateway.Fake.Requests[^1].Single());
        Assert.Equal((ScriptedGateway.RequestId, "00001"), (asked.RequestId, asked.Counter.BranchCode));
    }

    [Fact]
    public async Task Settle_RefusedAfterAnAttemptOfUnknownOutcome_IsDecidedByAbandoning()
    {
        NoAnswers(1);
        _gateway.ThenRefusal(StatusCode.Unauthenticated, "CERTIFICATE_REVOKED");
        _gateway.Then(ScriptedGateway.FoundMade());

        var outcome = await _gateway.SettleAsync();

        Assert.IsType<SettlementOutcome.Settled>(outcome);
    }

    [Fact]
    public async Task Settle_RefusedAfterAnUnknownOutcomeAndNeverMade_IsAbandonedWithTheRefusal()
    {
        NoAnswers(1);
        _gateway.ThenRefusal(StatusCode.Aborted, "FINE_CHANGED");
        _gateway.Then(ScriptedGateway.Abandoned());

        var outcome = await _gateway.SettleAsync();

        var abandoned = Assert.IsType<SettlementOutcome.Abandoned>(outcome);
        Assert.Equal("FINE_CHANGED", Assert.IsType<GatewayRefusedException>(abandoned.Failure).Reason);
    }

    [Theory]
    [InlineData("REQUEST_ID_REUSED")]
    [InlineData("REQUEST_ID_ABANDONED")]
    public async Task Settle_RefusedForItsIdAfterAnUnknownOutcome_IsThrownAsThatIsCertain(string reason)
    {
        NoAnswers(1);
        _gateway.ThenRefusal(StatusCode.FailedPrecondition, reason);

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => _gateway.SettleAsync());

        Assert.Equal(reason, refused.Reason);
    }

    [Fact]
    public async Task Settle_CarriedOutTooLongAgo_IsSettledAsAbandoningTells()
    {
        _gateway.ThenRefusal(StatusCode.FailedPrecondition, "REQUEST_ID_EXPIRED");
        _gateway.Then(ScriptedGateway.FoundMade());

        var outcome = await _gateway.SettleAsync();

        Assert.IsType<SettlementOutcome.Settled>(outcome);
        Assert.Equal(["SettleFines", "AbandonSettlement"], _gateway.Called);
    }

    [Fact]
    public async Task Settle_SignedButWithoutASettlement_IsDecidedByAbandoning()
    {
        _gateway.Then(new SettleFinesResponse());
        _gateway.Then(ScriptedGateway.FoundMade());

        Assert.IsType<SettlementOutcome.Settled>(await _gateway.SettleAsync());
    }

    [Fact]
    public async Task Abandon_WithoutAnAnswer_IsSentAgainInTheSameBytes()
    {
        NoAnswers(3);
        NoAnswers(2);
        _gateway.Then(ScriptedGateway.Abandoned());

        var outcome = await _gateway.SettleAsync();

        Assert.IsType<SettlementOutcome.Abandoned>(outcome);
        var abandons = _gateway.Fake.Requests.Skip(3).Select(sent => sent.Single()).ToList();
        Assert.Equal(3, abandons.Count);
        Assert.All(abandons, bytes => Assert.Equal(abandons[0], bytes));
    }

    [Fact]
    public async Task Abandon_NeverAnswered_LeavesTheOutcomeUnknown()
    {
        NoAnswers(6);

        var unknown = await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(() => _gateway.SettleAsync());

        Assert.Equal(ScriptedGateway.RequestId, unknown.RequestId);
        Assert.Equal(StatusCode.DeadlineExceeded, Assert.IsType<RpcException>(unknown.InnerException).StatusCode);
        Assert.Contains("Do not give the money back", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(6, _gateway.Called.Count);
    }

    [Fact]
    public async Task Abandon_Refused_LeavesTheOutcomeUnknown()
    {
        NoAnswers(3);
        _gateway.ThenRefusal(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");

        var unknown = await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(() => _gateway.SettleAsync());

        Assert.IsType<GatewayRefusedException>(unknown.InnerException);
    }

    [Fact]
    public async Task Abandon_WithFalseEvidence_LeavesTheOutcomeUnknown()
    {
        NoAnswers(3);
        _gateway.ThenFalseEvidence(ScriptedGateway.Abandoned());

        var unknown = await Assert.ThrowsAsync<SettlementOutcomeUnknownException>(() => _gateway.SettleAsync());

        Assert.IsType<EvidenceException>(unknown.InnerException);
    }

    [Fact]
    public async Task Abandon_ByItself_TellsTheSettlement()
    {
        NoAnswers(1);
        _gateway.Then(ScriptedGateway.FoundMade());
        var request = new AbandonSettlementRequest { RequestId = ScriptedGateway.RequestId };

        var outcome = await _gateway.Settling.AbandonAsync(request, default);

        Assert.IsType<SettlementOutcome.Settled>(outcome);
        Assert.Equal(["AbandonSettlement", "AbandonSettlement"], _gateway.Called);
    }

    private void NoAnswers(int count)
    {
        for (var i = 0; i < count; i++)
            _gateway.ThenNoAnswer(StatusCode.DeadlineExceeded);
    }
}
