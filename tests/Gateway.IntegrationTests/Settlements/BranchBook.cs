using Gateway.Testing.Histories;
using Google.Protobuf;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>What one branch has sent and been answered, for all of its tellers. Thread-safe.</summary>
internal sealed class BranchBook
{
    private const int Latest = 24;

    private readonly Lock _lock = new();
    private readonly List<SentRequest> _sent = [];
    private readonly Dictionary<string, MadeSettlement> _made = [];
    private readonly List<MadeSettlement> _madeInOrder = [];

    /// <summary>Keeps a request that is about to be sent for the first time.</summary>
    public void Add(SentRequest request)
    {
        lock (_lock)
            _sent.Add(request);
    }

    /// <summary>Keeps a settlement, once for all answers that tell of it.</summary>
    public void Add(MadeSettlement settlement)
    {
        lock (_lock)
        {
            if (_made.TryAdd(settlement.Number, settlement))
                _madeInOrder.Add(settlement);
        }
    }

    /// <summary>One of the latest requests, which may be under way still; null where there is none.</summary>
    public SentRequest? AnyRequest(Random random)
    {
        lock (_lock)
            return AnyOfTheLatest(_sent, random);
    }

    /// <summary>One of the latest settlements, which may be taken back by now; null where there is none.</summary>
    public MadeSettlement? AnySettlement(Random random)
    {
        lock (_lock)
            return AnyOfTheLatest(_madeInOrder, random);
    }

    private static T? AnyOfTheLatest<T>(List<T> all, Random random) where T : class =>
        all.Count == 0 ? null : all[^random.Next(1, Math.Min(Latest, all.Count) + 1)];
}

/// <summary>A request to settle or to reverse, for sending it again.</summary>
internal sealed record SentRequest(FineOperation Asked, IMessage Message);

/// <summary>A settlement that an answer told of.</summary>
internal sealed record MadeSettlement(string Number, string RequestId, IReadOnlyList<string> Fines);
