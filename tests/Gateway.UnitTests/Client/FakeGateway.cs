using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Grpc.Core;
using GatewayBatch = Gateway.Evidence.Batch;

namespace Gateway.UnitTests.Client;

/// <summary>Answers raw calls as the gateway does, with real evidence that a test may spoil.</summary>
internal sealed class FakeGateway(SigningPki pki, string callerCertificateSha256, DateTimeOffset now) : CallInvoker
{
    public List<byte[]> Responses { get; } = [];

    public Status Status { get; set; } = Status.DefaultSuccess;

    /// <summary>The status that the ended call tells of itself, where it is not the one that it ended with.</summary>
    public Status? StatusTold { get; set; }

    public byte[]? StatusDetails { get; set; }

    /// <summary>How many request messages the statement covers; null for all.</summary>
    public int? RequestsTaken { get; set; }

    public Func<Statement, Statement> ChangeStatement { get; set; } = statement => statement;

    public Func<ResponseEvidence, ResponseEvidence?> ChangeEvidence { get; set; } = evidence => evidence;

    /// <summary>Told of each call as it comes, before its answer is made.</summary>
    public Action<IMethod> OnCall { get; set; } = _ => { };

    public CallOptions LastOptions { get; private set; }

    public List<IMethod> Methods { get; } = [];

    /// <summary>The request messages of each call, as they stand on the wire.</summary>
    public List<List<byte[]>> Requests { get; } = [];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new Answer(this, method, options, [(byte[])(object)request]);
        return new AsyncUnaryCall<TResponse>(
            call.Unary<TResponse>(), Task.FromResult(new Metadata()), () => StatusTold ?? Status, () => call.Trailers, () => { });
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new Answer(this, method, options, [(byte[])(object)request]);
        return new AsyncServerStreamingCall<TResponse>(
            call.Stream<TResponse>(), Task.FromResult(new Metadata()), () => StatusTold ?? Status, () => call.Trailers, () => { });
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new Answer(this, method, options, []);
        var writer = new Writer<TRequest>(call);
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            writer, AfterAsync(), Task.FromResult(new Metadata()), () => StatusTold ?? Status, () => call.Trailers, () => { });

        async Task<TResponse> AfterAsync()
        {
            await writer.Completed.Task;
            return await call.Unary<TResponse>();
        }
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new Answer(this, method, options, []);
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new Writer<TRequest>(call), call.Stream<TResponse>(),
            Task.FromResult(new Metadata()), () => StatusTold ?? Status, () => call.Trailers, () => { });
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new InvalidOperationException("The blocking call keeps the trailers of a success to itself.");

    private Metadata Seal(IMethod method, CallOptions options, List<byte[]> requests)
    {
        var taken = requests.Take(RequestsTaken ?? requests.Count).ToList();
        var isStream = method.Type is MethodType.ServerStreaming or MethodType.DuplexStreaming;
        var responses = isStream || Status.StatusCode == StatusCode.OK ? Responses : [];
        var statement = ChangeStatement(new Statement
        {
            Gateway = "test.example/gw-1/00000000",
            CallId = Guid.CreateVersion7(now),
            CallNonce = Convert.ToHexStringLower(options.Headers!.GetValueBytes(EvidenceNames.NonceHeader)!),
            Method = method.FullName,
            Caller = "spiffe://post.gov.eg/branch/00001",
            CallerCertificateSha256 = callerCertificateSha256,
            ContractSha256 = Convert.ToHexStringLower(SHA256.HashData("contract"u8)),
            RequestSha256 = Digest(taken),
            RequestCount = taken.Count,
            ResponseSha256 = Digest(responses),
            ResponseCount = responses.Count,
            StatusCode = (int)Status.StatusCode,
            StatusMessage = Status.Detail,
            StatusDetailsSha256 = StatusDetails is null ? null : Digest([StatusDetails]),
            CompleteTime = now,
        }).ToBytes();
        var batch = new GatewayBatch
        {
            Origin = "test.example/gw-1/00000000",
            Size = 1,
            Root = SHA256.HashData([0, .. SHA256.HashData(statement)]),
            Entries = [SHA256.HashData(statement)],
        };
        var evidence = ChangeEvidence(new ResponseEvidence
        {
            Statement = ByteString.CopyFrom(statement),
            Batch = ByteString.CopyFrom(batch.ToBytes()),
            Signature = ByteString.CopyFrom(pki.Signer.Sign(batch, now)),
        });
        var trailers = new Metadata();
        if (evidence is not null)
            trailers.Add(EvidenceNames.ResponseTrailer, evidence.ToByteArray());
        if (StatusDetails is not null)
            trailers.Add("grpc-status-details-bin", StatusDetails);
        return trailers;
    }

    // Written again rather than taken from the code under test.
    private static string Digest(List<byte[]> messages) => Convert.ToHexStringLower(messages.Count == 1
        ? SHA256.HashData(messages[0])
        : SHA256.HashData([.. messages.SelectMany(message => SHA256.HashData(message))]));

    private sealed class Answer
    {
        private readonly FakeGateway _gateway;
        private readonly Lazy<Metadata> _trailers;

        public Answer(FakeGateway gateway, IMethod method, CallOptions options, List<byte[]> requests)
        {
            _gateway = gateway;
            Requests = requests;
            gateway.LastOptions = options;
            gateway.Methods.Add(method);
            gateway.Requests.Add(requests);
            gateway.OnCall(method);
            _trailers = new Lazy<Metadata>(() => gateway.Seal(method, options, Requests));
        }

        public List<byte[]> Requests { get; }

        public Metadata Trailers => _trailers.Value;

        public Task<TResponse> Unary<TResponse>() => _gateway.Status.StatusCode == StatusCode.OK
            ? Task.FromResult((TResponse)(object)_gateway.Responses.Single())
            : Task.FromException<TResponse>(new RpcException(_gateway.Status, Trailers));

        public IAsyncStreamReader<TResponse> Stream<TResponse>() => new Reader<TResponse>(this);

        private sealed class Reader<TResponse>(Answer call) : IAsyncStreamReader<TResponse>
        {
            private int _next;

            public TResponse Current => (TResponse)(object)call._gateway.Responses[_next - 1];

            public Task<bool> MoveNext(CancellationToken cancellationToken)
            {
                if (_next < call._gateway.Responses.Count)
                {
                    _next++;
                    return Task.FromResult(true);
                }

                return call._gateway.Status.StatusCode == StatusCode.OK
                    ? Task.FromResult(false)
                    : Task.FromException<bool>(new RpcException(call._gateway.Status, call.Trailers));
            }
        }
    }

    private sealed class Writer<TRequest>(Answer call) : IClientStreamWriter<TRequest>
    {
        public TaskCompletionSource Completed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(TRequest message)
        {
            call.Requests.Add((byte[])(object)message!);
            return Task.CompletedTask;
        }

        public Task CompleteAsync()
        {
            Completed.SetResult();
            return Task.CompletedTask;
        }
    }
}
