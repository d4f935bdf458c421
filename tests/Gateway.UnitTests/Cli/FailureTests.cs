using System.Net.Sockets;
using System.Security.Authentication;
using Gateway.Cli.Invocation;
using Gateway.Client;
using Gateway.Client.Settlements;
using Gateway.Evidence;
using Gateway.UnitTests.Client;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Gateway.UnitTests.Cli;

public sealed class FailureTests : IDisposable
{
    private readonly VerifyingClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void EvidenceThatFailed_EndsWithThreeAndNamesTheCheck()
    {
        var failure = Failure.From(new EvidenceException(EvidenceCheck.Present, "There is none."));

        Assert.Equal(ExitCodes.EvidenceFailed, failure.ExitCode);
        Assert.Contains(nameof(EvidenceCheck.Present), failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StatusCode.NotFound, ExitCodes.Refused)]
    [InlineData(StatusCode.FailedPrecondition, ExitCodes.Refused)]
    [InlineData(StatusCode.DeadlineExceeded, ExitCodes.OutcomeUnknown)]
    public async Task SignedRefusal_EndsWithOneUnlessTheOutcomeIsUnknown(StatusCode code, int exitCode)
    {
        var failure = Failure.From(await RefusalAsync(code));

        Assert.Equal(exitCode, failure.ExitCode);
        var json = failure.ToJson();
        Assert.Equal("SOME_REASON", (string)json["error"]!["reason"]!);
        Assert.True((bool)json["evidence"]!["verified"]!);
    }

    [Fact]
    public void UnsignedFailure_EndsWithFour()
    {
        var failure = Failure.From(new RpcException(new Status(StatusCode.Unavailable, "away")));

        Assert.Equal(ExitCodes.OutcomeUnknown, failure.ExitCode);
    }

    public static TheoryData<Exception, string> LostConnections => new()
    {
        { new SocketException((int)SocketError.ConnectionRefused), "unreachable" },
        { new AuthenticationException("The certificate is not trusted."), "unreachable" },
        { new SocketException((int)SocketError.ConnectionReset), "outcomeUnknown" },
        { new HttpRequestException("broken"), "outcomeUnknown" },
    };

    [Theory]
    [MemberData(nameof(LostConnections), DisableDiscoveryEnumeration = true)]
    public void LostConnection_SaysWhetherARequestMayHaveArrived(Exception cause, string kind)
    {
        var lost = new HttpRequestException("lost", cause);
        var status = new Status(StatusCode.Unavailable, "details of the runtime", lost);

        var failure = Failure.From(new RpcException(status));

        Assert.Equal((ExitCodes.OutcomeUnknown, kind), (failure.ExitCode, failure.Kind));
        Assert.DoesNotContain("runtime", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SettlementOfUnknownOutcome_EndsAsItsCauseAndSaysThatTheMoneyDoesNotGoBack()
    {
        var cause = new RpcException(new Status(StatusCode.Unavailable, "away"));

        var failure = Failure.From(new SettlementOutcomeUnknownException("request-1", cause));

        Assert.Equal(ExitCodes.OutcomeUnknown, failure.ExitCode);
        Assert.Contains("Do not give the money back", failure.Message, StringComparison.Ordinal);
        Assert.Contains("away", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_EndsWithTwo() =>
        Assert.Equal(ExitCodes.Usage, Failure.From(new FileNotFoundException("There is no file.")).ExitCode);

    private async Task<GatewayRefusedException> RefusalAsync(StatusCode code)
    {
        _client.Gateway.Status = new Status(code, "It is refused.");
        _client.Gateway.StatusDetails =
            new RpcStatus { Details = { Any.Pack(new ErrorInfo { Reason = "SOME_REASON" }) } }.ToByteArray();
        return await Assert.ThrowsAsync<GatewayRefusedException>(
            async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1")));
    }
}
