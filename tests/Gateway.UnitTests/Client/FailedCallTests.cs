using Gateway.Client;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Gateway.UnitTests.Client;

public sealed class FailedCallTests : IDisposable
{
    private readonly VerifyingClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Refusal_Signed_TellsEverythingThatTheGatewaySaid()
    {
        Refuse(StatusCode.InvalidArgument, "One or more fields are wrong.", new RpcStatus
        {
            Details =
            {
                Any.Pack(new ErrorInfo { Reason = "INVALID_FIELDS", Metadata = { ["fields"] = "2" } }),
                Any.Pack(new BadRequest
                {
                    FieldViolations =
                    {
                        new BadRequest.Types.FieldViolation { Field = "fine_number", Description = "is required" },
                        new BadRequest.Types.FieldViolation { Field = "counter", Description = "is required" },
                    },
                }),
                Any.Pack(new PreconditionFailure
                {
                    Violations =
                    {
                        new PreconditionFailure.Types.Violation { Type = "F", Subject = "1", Description = "settled" },
                    },
                }),
                Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(3)) }),
            },
        });

        var refused = await RefusedAsync();

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("INVALID_FIELDS", refused.Reason);
        Assert.Equal("2", refused.Values["fields"]);
        Assert.Equal(["fine_number", "counter"], refused.FieldViolations.Select(v => v.Field));
        Assert.Equal(new PreconditionViolation("F", "1", "settled"), Assert.Single(refused.PreconditionViolations));
        Assert.Equal(TimeSpan.FromSeconds(3), refused.RetryDelay);
        Assert.False(refused.IsOutcomeUnknown);
        Assert.Equal((int)StatusCode.InvalidArgument, refused.Evidence.Statement.StatusCode);
        Assert.NotNull(Assert.Single(_client.Verified).StatusDetails);
    }

    [Fact]
    public async Task Refusal_ThatTookNoneOfTheRequest_IsVerified()
    {
        Refuse(StatusCode.Unauthenticated, "The certificate names no caller.", new RpcStatus());
        _client.Gateway.RequestsTaken = 0;

        await RefusedAsync();

        Assert.Empty(Assert.Single(_client.Verified).RequestMessages);
    }

    [Fact]
    public async Task Success_ThatTookNoneOfTheRequest_IsRefused()
    {
        _client.Gateway.RequestsTaken = 0;

        await Assert.ThrowsAsync<EvidenceException>(CallAsync);
    }

    [Fact]
    public async Task Refusal_WithOtherDetailsThanTheSignedOnes_IsRefused()
    {
        Refuse(StatusCode.NotFound, "There is no such fine.", new RpcStatus());
        _client.Gateway.ChangeStatement = statement => statement with { StatusDetailsSha256 = new string('0', 64) };

        await Assert.ThrowsAsync<EvidenceException>(CallAsync);
    }

    [Fact]
    public async Task Deadline_Signed_LeavesTheOutcomeUnknown()
    {
        Refuse(StatusCode.DeadlineExceeded, "The deadline passed.", new RpcStatus());

        Assert.True((await RefusedAsync()).IsOutcomeUnknown);
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.ResourceExhausted)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.Cancelled)]
    public async Task Failure_UnsignedThatSaysNothingOfTheOutcome_IsPassedOn(StatusCode code)
    {
        FailUnsigned(new Status(code, "away"));

        var failed = await Assert.ThrowsAsync<RpcException>(CallAsync);

        Assert.Equal(code, failed.StatusCode);
        Assert.Empty(_client.Verified);
    }

    [Fact]
    public async Task Failure_OfTheClientsOwnConnection_IsPassedOn()
    {
        FailUnsigned(new Status(StatusCode.Internal, "broken", new IOException()));

        Assert.Equal(StatusCode.Internal, (await Assert.ThrowsAsync<RpcException>(CallAsync)).StatusCode);
    }

    [Theory]
    [InlineData(StatusCode.NotFound)]
    [InlineData(StatusCode.FailedPrecondition)]
    [InlineData(StatusCode.InvalidArgument)]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.Unimplemented)]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Unknown)]
    public async Task Failure_UnsignedThatClaimsAnOutcome_IsRefused(StatusCode code)
    {
        FailUnsigned(new Status(code, "no"));

        Assert.Equal(EvidenceCheck.Present, (await Assert.ThrowsAsync<EvidenceException>(CallAsync)).Check);
    }

    private void Refuse(StatusCode code, string message, RpcStatus details)
    {
        _client.Gateway.Status = new Status(code, message);
        _client.Gateway.StatusDetails = details.ToByteArray();
    }

    private void FailUnsigned(Status status)
    {
        _client.Gateway.Status = status;
        _client.Gateway.ChangeEvidence = _ => null;
    }

    private async Task CallAsync() => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

    private Task<GatewayRefusedException> RefusedAsync() => Assert.ThrowsAsync<GatewayRefusedException>(CallAsync);
}
