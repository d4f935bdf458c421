using Gateway.Client;
using Gateway.Client.Retries;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Gateway.UnitTests.Client;

/// <summary>A gateway that gives one answer after another, and a client whose waits are written down instead.</summary>
internal sealed class ScriptedGateway : IDisposable
{
    public const string RequestId = "3f1c8a52-8e8e-4d7a-9b5b-0f6f6a3f2f11";
    private readonly VerifyingClient _client = new();
    private readonly Queue<Action<FakeGateway>> _answers = [];

    public ScriptedGateway()
    {
        Fake.OnCall = method =>
        {
            Called.Add(method.Name);
            Deadlines.Add(Fake.LastOptions.Deadline!.Value);
            (Fake.Status, Fake.StatusDetails, Fake.ChangeEvidence) = (Status.DefaultSuccess, null, e => e);
            Fake.Responses.Clear();
            _answers.Dequeue()(Fake);
        };
        Settling = new SettlementCalls(
            new SettlementService.SettlementServiceClient(_client.Invoker),
            new AttemptLoop(Retry, TimeProvider.System, () => Random, WaitAsync));
    }

    public RetryOptions Retry { get; } = new() { Attempts = 3 };

    public SettlementCalls Settling { get; }

    public FakeGateway Fake => _client.Gateway;

    public List<VerifiedAnswer> Verified => _client.Verified;

    /// <summary>What the next draws give.</summary>
    public double Random { get; set; } = 0.5;

    public List<string> Called { get; } = [];

    public List<DateTime> Deadlines { get; } = [];

    public List<TimeSpan> Waits { get; } = [];

    public Action OnWait { get; set; } = () => { };

    public static SettleFinesRequest Request() => new()
    {
        RequestId = RequestId,
        Counter = new Counter { BranchCode = "00001", CounterCode = "01", TellerCode = "t-1" },
        Items = { new SettlementItem { FineNumber = "1", Etag = "00ff" } },
    };

    public static SettleFinesResponse Made() => new() { Settlement = Settlement() };

    public static Settlement Settlement() => new() { SettlementNumber = "260301000000010", RequestId = RequestId };

    public static AbandonSettlementResponse Abandoned() =>
        new() { Abandonment = new Abandonment { RequestId = RequestId } };

    public static AbandonSettlementResponse FoundMade() => new() { Settlement = Settlement() };

    public void Then(IMessage response) => _answers.Enqueue(fake => fake.Responses.Add(response.ToByteArray()));

    public void ThenNoAnswer(StatusCode code, params IMessage[] details) => _answers.Enqueue(fake =>
    {
        Fail(fake, code, details);
        fake.ChangeEvidence = _ => null;
    });

    public void ThenRefusal(StatusCode code, string reason, params IMessage[] details) =>
        _answers.Enqueue(fake => Fail(fake, code, [new ErrorInfo { Reason = reason }, .. details]));

    public void ThenFalseEvidence(IMessage response) => _answers.Enqueue(fake =>
    {
        fake.Responses.Add(response.ToByteArray());
        fake.ChangeEvidence = _ => null;
    });

    public Task<SettlementOutcome> SettleAsync(CancellationToken cancellationToken = default) =>
        Settling.SettleAsync(Request(), cancellationToken);

    public void Dispose() => _client.Dispose();

    private static void Fail(FakeGateway fake, StatusCode code, IEnumerable<IMessage> details)
    {
        fake.Status = new Status(code, "");
        fake.StatusDetails = new RpcStatus { Details = { details.Select(detail => Any.Pack(detail)) } }.ToByteArray();
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        Waits.Add(delay);
        OnWait();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }
}
