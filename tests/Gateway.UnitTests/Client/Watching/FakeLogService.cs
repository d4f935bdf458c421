using Gateway.Client;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>A gateway as its monitor sees it, which shows what a test wants.</summary>
internal sealed class FakeLogService : EvidenceService.EvidenceServiceClient
{
    public List<VerifiedAnswer> Answers { get; } = [];

    public FakeLog Log { get; set; } = new();

    /// <summary>Size of the head that it shows.</summary>
    public int Size { get; set; } = 10;

    /// <summary>Log and size that its answers are sealed in; the shown ones where none is set.</summary>
    public (FakeLog Log, int Size)? Sealed { get; set; }

    /// <summary>The log that consistency is proved in; the shown one where none is set.</summary>
    public FakeLog? Proving { get; set; }

    /// <summary>The logs before its own that it lists.</summary>
    public List<EvidenceLogHead> Before { get; } = [];

    /// <summary>Asked at each call, by the method's name; what it gives is thrown.</summary>
    public Func<string, Exception?> Fail { get; set; } = _ => null;

    public List<string> Called { get; } = [];

    /// <summary>A log that was succeeded.</summary>
    public static EvidenceLogHead Ended(Checkpoint last, string successor) => new()
    {
        Origin = last.Origin,
        Size = last.Size,
        Root = ByteString.CopyFrom(last.Root),
        Successor = successor,
    };

    public GatewayRefusedException Refusal(string reason)
    {
        var details = new RpcStatus
        {
            Details = { Any.Pack(new ErrorInfo { Reason = reason, Metadata = { ["size"] = "3" } }) },
        };
        var trailers = new Metadata { { "grpc-status-details-bin", details.ToByteArray() } };
        var (log, size) = Sealed ?? (Log, Size);
        return new GatewayRefusedException(
            new RpcException(new Status(StatusCode.OutOfRange, "refused"), trailers), log.Evidence(size));
    }

    public override AsyncUnaryCall<ListLogsResponse> ListLogsAsync(ListLogsRequest request, CallOptions options)
    {
        var local = Ended(Log.Checkpoint(Size), "");
        local.IsLocal = true;
        return Answer(nameof(ListLogs), new ListLogsResponse { Logs = { Before, local } });
    }

    public override AsyncUnaryCall<GetCheckpointResponse> GetCheckpointAsync(
        GetCheckpointRequest request, CallOptions options)
    {
        var head = Log.Head(Size);
        return Answer(nameof(GetCheckpoint), new GetCheckpointResponse
        {
            Batch = new SignedBatch
            {
                Batch = ByteString.CopyFrom(head.Text),
                Signature = ByteString.CopyFrom(head.Signature),
            },
        });
    }

    public override AsyncUnaryCall<GetConsistencyProofResponse> GetConsistencyProofAsync(
        GetConsistencyProofRequest request, CallOptions options)
    {
        Assert.Equal(Log.Checkpoint(Size).Origin, request.Origin);
        return Answer(nameof(GetConsistencyProof), new GetConsistencyProofResponse
        {
            SecondSize = request.SecondSize,
            SecondRoot = ByteString.CopyFrom((Proving ?? Log).Checkpoint((int)request.SecondSize).Root),
            Path = { (Proving ?? Log).Proof(request.FirstSize, request.SecondSize).Select(ByteString.CopyFrom) },
        });
    }

    private AsyncUnaryCall<T> Answer<T>(string method, T response)
    {
        Called.Add(method);
        var failure = Fail(method);
        var (log, size) = Sealed ?? (Log, Size);
        if (failure is null or GatewayRefusedException)
            Answers.Add(log.Answer(size));
        return new AsyncUnaryCall<T>(
            failure is null ? Task.FromResult(response) : Task.FromException<T>(failure),
            Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }
}
