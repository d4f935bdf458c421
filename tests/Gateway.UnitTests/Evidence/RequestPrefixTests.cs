using System.Security.Cryptography;
using Gateway.Evidence;

namespace Gateway.UnitTests.Evidence;

/// <summary>A statement may cover the beginning of what was sent, where the call was not answered with OK.</summary>
public sealed class RequestPrefixTests
{
    private const int Ok = 0;
    private const int ResourceExhausted = 8;

    private static readonly byte[][] Sent = [[1], [2, 2], [3, 3, 3]];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Check_RefusedStream_CoversWhatTheGatewayTook(int taken)
    {
        var statement = StatementOf(ResourceExhausted, Sent[..taken]);

        CallComparison.Check(statement, FactsOf(ResourceExhausted));
    }

    [Fact]
    public void Check_BeginningThatWasNotSent_IsRefused()
    {
        var statement = StatementOf(ResourceExhausted, [[1], [9]]);

        Refusal.Of(EvidenceCheck.RequestDigest, () => CallComparison.Check(statement, FactsOf(ResourceExhausted)));
    }

    [Fact]
    public void Check_MoreThanWasSent_IsRefused()
    {
        var statement = StatementOf(ResourceExhausted, [.. Sent, [4]]);

        Refusal.Of(EvidenceCheck.RequestCount, () => CallComparison.Check(statement, FactsOf(ResourceExhausted)));
    }

    [Fact]
    public void Check_OkThatCoversABeginning_IsRefused()
    {
        var statement = StatementOf(Ok, Sent[..2]);

        Refusal.Of(EvidenceCheck.RequestCount, () => CallComparison.Check(statement, FactsOf(Ok)));
    }

    [Fact]
    public void Check_NoDigestsGiven_WantsAll()
    {
        var statement = StatementOf(ResourceExhausted, Sent[..2]);
        var facts = FactsOf(ResourceExhausted) with { RequestDigests = null };

        Refusal.Of(EvidenceCheck.RequestCount, () => CallComparison.Check(statement, facts));
    }

    [Fact]
    public void Check_StatusDetails_AreCompared()
    {
        byte[] details = [8, 8];
        var statement = StatementOf(ResourceExhausted, Sent) with { StatusDetailsSha256 = SomeAnswer.HexOf(details) };

        CallComparison.Check(statement, FactsOf(ResourceExhausted) with { StatusDetails = details });
        Refusal.Of(
            EvidenceCheck.StatusDetails, () => CallComparison.Check(statement, FactsOf(ResourceExhausted)));
    }

    private static Statement StatementOf(int status, byte[][] taken) => SomeAnswer.Plain.Statement with
    {
        StatusCode = status,
        RequestCount = taken.Length,
        RequestSha256 = DigestOf(taken),
    };

    private static CallFacts FactsOf(int status) => SomeAnswer.Plain.Facts with
    {
        StatusCode = status,
        RequestCount = Sent.Length,
        RequestSha256 = DigestOf(Sent),
        RequestDigests = [.. Sent.Select(SHA256.HashData)],
    };

    private static string DigestOf(byte[][] messages) =>
        Convert.ToHexStringLower(MessageDigester.Combine([.. messages.Select(SHA256.HashData)]));
}
