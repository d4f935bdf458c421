using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

public sealed class UnaryCallTests : IDisposable
{
    private readonly VerifyingClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Call_WithGoodEvidence_HandsOutTheAnswer()
    {
        var call = _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        var answer = await call;

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        var verified = Assert.Single(_client.Verified);
        Assert.Equal("/traffic.gateway.v1.FinesInquiryService/GetFine", verified.Method);
        Assert.Equal(VerifyingClient.Request("1").ToByteArray(), Assert.Single(verified.RequestMessages));
        Assert.Equal(answer.ToByteArray(), Assert.Single(verified.ResponseMessages));
    }

    [Fact]
    public async Task Call_WhoseDeadlinePassesOnceTheAnswerIsThere_HandsOutTheAnswer()
    {
        _client.Gateway.StatusTold = new Status(StatusCode.DeadlineExceeded, "");
        var call = _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        var answer = await call;

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal(StatusCode.OK, Assert.Single(_client.Verified).Status.StatusCode);
    }

    [Fact]
    public void BlockingCall_WithGoodEvidence_HandsOutTheAnswer()
    {
        var answer = _client.Fines.GetFine(VerifyingClient.Request("1"));

        Assert.Equal("1", answer.Fine.FineNumber);
        Assert.Single(_client.Verified);
    }

    [Fact]
    public async Task Call_WithFieldsThatThisClientDoesNotKnow_IsVerifiedOverTheBytesOfTheWire()
    {
        _client.Gateway.Responses[0] = [.. _client.Gateway.Responses[0], 0xfa, 0x7f, 0x01, 0x2a];

        var answer = await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        Assert.Equal("1", answer.Fine.FineNumber);
    }

    [Fact]
    public async Task Call_WithoutEvidence_IsRefused()
    {
        _client.Gateway.ChangeEvidence = _ => null;
        var call = _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        var refused = await Assert.ThrowsAsync<EvidenceException>(async () => await call);

        Assert.Equal(EvidenceCheck.Present, refused.Check);
        Assert.Throws<EvidenceException>(() => call.GetStatus());
        Assert.Empty(_client.Verified);
    }

    private static readonly Dictionary<EvidenceCheck, Func<Statement, Statement>> OfAnotherCall = new()
    {
        [EvidenceCheck.Nonce] = s => s with { CallNonce = new string('0', 32) },
        [EvidenceCheck.Method] = s => s with { Method = "/traffic.gateway.v1.FinesInquiryService/InquireFines" },
        [EvidenceCheck.CallerCertificate] = s => s with { CallerCertificateSha256 = new string('0', 64) },
        [EvidenceCheck.RequestDigest] = s => s with { RequestSha256 = new string('0', 64) },
        [EvidenceCheck.RequestCount] = s => s with { RequestCount = 2 },
        [EvidenceCheck.ResponseDigest] = s => s with { ResponseSha256 = new string('0', 64) },
        [EvidenceCheck.ResponseCount] = s => s with { ResponseCount = 0 },
        [EvidenceCheck.StatusCode] = s => s with { StatusCode = 5 },
        [EvidenceCheck.StatusMessage] = s => s with { StatusMessage = "Another." },
        [EvidenceCheck.StatusDetails] = s => s with { StatusDetailsSha256 = new string('0', 64) },
        [EvidenceCheck.Origin] = s => s with { Gateway = "test.example/gw-2/00000000" },
        [EvidenceCheck.CompleteTime] = s => s with { CompleteTime = s.CompleteTime.AddMinutes(-2) },
    };

    public static TheoryData<EvidenceCheck> WhatBelongsToAnotherCall => [.. OfAnotherCall.Keys];

    [Theory]
    [MemberData(nameof(WhatBelongsToAnotherCall))]
    public async Task Call_WithAStatementOfAnotherCall_IsRefusedForThat(EvidenceCheck check)
    {
        _client.Gateway.ChangeStatement = OfAnotherCall[check];

        var call = async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        Assert.Equal(check, (await Assert.ThrowsAsync<EvidenceException>(call)).Check);
        Assert.Empty(_client.Verified);
    }

    [Fact]
    public async Task Call_WithoutANonceInTheStatement_IsRefused()
    {
        _client.Gateway.ChangeStatement = statement => statement with { CallNonce = "" };

        var call = async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        Assert.Equal(EvidenceCheck.Nonce, (await Assert.ThrowsAsync<EvidenceException>(call)).Check);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Call_WithATamperedPartOfTheEvidence_IsRefused(int part)
    {
        _client.Gateway.ChangeEvidence = evidence =>
        {
            if (part == 1)
                evidence.Statement = FlipLastBit(evidence.Statement, back: 10);
            else if (part == 2)
                evidence.Batch = FlipLastBit(evidence.Batch, back: 10);
            else
                evidence.Signature = FlipLastBit(evidence.Signature, back: 1);
            return evidence;
        };

        var call = async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        await Assert.ThrowsAsync<EvidenceException>(call);
    }

    [Fact]
    public async Task Call_WhoseStatementIsNone_IsRefused()
    {
        _client.Gateway.ChangeEvidence = _ => new ResponseEvidence { Statement = ByteString.CopyFromUtf8("{}") };

        var call = async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        await Assert.ThrowsAsync<EvidenceException>(call);
    }

    [Fact]
    public async Task Call_WhoseSignedAnswerCannotBeParsed_EndsWithInternal()
    {
        _client.Gateway.Responses[0] = [0x0a, 0x7f];

        var call = async () => await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        Assert.Equal(StatusCode.Internal, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
    }

    [Fact]
    public async Task Calls_OfOneMethod_SendTheirOwnNonceOverOneRawMethod()
    {
        await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));
        var first = _client.Gateway.LastOptions.Headers!.GetValueBytes(EvidenceNames.NonceHeader)!;
        await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));
        var second = _client.Gateway.LastOptions.Headers!.GetValueBytes(EvidenceNames.NonceHeader)!;

        Assert.Equal(16, first.Length);
        Assert.NotEqual(first, second);
        Assert.Same(_client.Gateway.Methods[0], _client.Gateway.Methods[1]);
    }

    [Fact]
    public async Task Call_WithoutADeadline_GetsTheDefault()
    {
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;

        await _client.Fines.GetFineAsync(VerifyingClient.Request("1"));

        var left = _client.Gateway.LastOptions.Deadline!.Value - before;
        Assert.InRange(left, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Call_WithOwnHeadersAndDeadline_KeepsThem()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10);
        var headers = new Metadata { { "x-trace", "7" } };

        await _client.Fines.GetFineAsync(VerifyingClient.Request("1"), headers, deadline);

        Assert.Equal("7", _client.Gateway.LastOptions.Headers!.GetValue("x-trace"));
        Assert.Equal(deadline, _client.Gateway.LastOptions.Deadline);
        Assert.Single(headers);
    }

    [Fact]
    public void Call_WithANonceOfItsOwn_IsNotMade()
    {
        var headers = new Metadata { { EvidenceNames.NonceHeader, new byte[16] } };

        Assert.Throws<ArgumentException>(
            () => { _ = _client.Fines.GetFineAsync(VerifyingClient.Request("1"), headers); });
        Assert.Empty(_client.Gateway.Methods);
    }

    private static ByteString FlipLastBit(ByteString bytes, int back)
    {
        var changed = bytes.ToByteArray();
        changed[^back] ^= 1;
        return ByteString.CopyFrom(changed);
    }
}
