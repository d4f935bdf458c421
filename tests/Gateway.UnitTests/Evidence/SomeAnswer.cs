using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;

namespace Gateway.UnitTests.Evidence;

/// <summary>An answered call: what the gateway states and signs, and what the caller knows.</summary>
internal sealed record SomeAnswer(Statement Statement, CallFacts Facts)
{
    internal const string Origin = "traffic-gateway.example/gw-1/3f9a01c7";
    internal const string Method = "/traffic.gateway.v1.SettlementService/SettleFines";

    internal static byte[] Request { get; } = [10, 3, 1, 2, 3];

    internal static byte[] Response { get; } = [18, 2, 7, 7];

    internal static SomeAnswer Plain { get; } = Create();

    internal static string HexOf(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data));

    internal static Statement SomeStatement() => new()
    {
        Gateway = Origin,
        CallId = Guid.CreateVersion7(SomePki.Now),
        CallNonce = "000102030405060708090a0b0c0d0e0f",
        Method = Method,
        Caller = "spiffe://post.gov.eg/branch/00123",
        CallerCertificateSha256 = HexOf([1]),
        ContractSha256 = HexOf([2]),
        RequestSha256 = HexOf(Request),
        RequestCount = 1,
        ResponseSha256 = HexOf(Response),
        ResponseCount = 1,
        StatusCode = 0,
        StatusMessage = "",
        CompleteTime = SomePki.Now,
    };

    /// <summary>A batch of size 1000 that has these statements, after as many others as fit.</summary>
    internal static Batch BatchOf(params Statement[] statements) => new()
    {
        Origin = Origin,
        Size = 1000,
        Root = SHA256.HashData([3]),
        Entries =
        [
            .. Enumerable.Range(0, Batch.MaxEntries - statements.Length).Select(each => SHA256.HashData([(byte)each])),
            .. statements.Select(statement => SHA256.HashData(statement.ToBytes())),
        ],
    };

    internal static ResponseEvidence Evidence(byte[] statement, byte[] batch, byte[] signature) => new()
    {
        Statement = ByteString.CopyFrom(statement),
        Batch = ByteString.CopyFrom(batch),
        Signature = ByteString.CopyFrom(signature),
    };

    internal ResponseEvidence SignedBy(IBatchSigner signer, DateTimeOffset? signingTime = null)
    {
        var batch = BatchOf(Statement);
        return Evidence(Statement.ToBytes(), batch.ToBytes(), signer.Sign(batch, signingTime ?? SomePki.Now));
    }

    private static SomeAnswer Create()
    {
        var statement = SomeStatement();
        return new SomeAnswer(statement, new CallFacts
        {
            Method = statement.Method,
            CallNonce = statement.CallNonce,
            CallerCertificateSha256 = statement.CallerCertificateSha256,
            RequestSha256 = statement.RequestSha256,
            RequestCount = statement.RequestCount,
            ResponseSha256 = statement.ResponseSha256,
            ResponseCount = statement.ResponseCount,
            StatusCode = statement.StatusCode,
            StatusMessage = statement.StatusMessage,
        });
    }
}
