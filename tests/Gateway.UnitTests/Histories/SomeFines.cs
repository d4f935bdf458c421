using Gateway.Testing.Histories;

namespace Gateway.UnitTests.Histories;

/// <summary>
/// Fines in memory that callers work on at once: an operation begins, takes effect and ends at drawn steps. What it
/// records is a good history by how it came about, however the model and the search see it.
/// </summary>
internal sealed class SomeFines(int seed)
{
    private const int Fines = 3;
    private const int Callers = 6;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, string> _settledBy = [];
    private readonly Dictionary<string, FineOperation> _kept = [];
    private readonly List<FineOperation> _sent = [];
    private readonly List<FineOperation> _history = [];
    private readonly Queue<FineOperation> _late = [];
    private readonly FineOperation?[] _begun = new FineOperation?[Callers];
    private readonly FineOperation?[] _carriedOut = new FineOperation?[Callers];
    private long _now;

    /// <summary>A history of so many operations.</summary>
    public IReadOnlyList<FineOperation> Record(int operations)
    {
        while (_history.Count < operations)
        {
            var caller = _random.Next(Callers);
            var isLost = _random.Next(20) == 0;
            _now++;
            if (_late.Count > 0 && _random.Next(40) == 0)
                CarryOut(_late.Dequeue());
            else if (_begun[caller] is not { } begun)
                _begun[caller] = Draw() with { Caller = $"caller {caller}", Start = _now };
            else if (_carriedOut[caller] is { } carriedOut)
                End(caller, isLost ? carriedOut.Unknown() : carriedOut with { End = _now });
            else if (isLost)
                GiveUp(caller, begun);
            else
                _carriedOut[caller] = CarryOut(begun);
        }

        return _history;
    }

    // It may be carried out long after its caller went away.
    private void GiveUp(int caller, FineOperation operation)
    {
        _late.Enqueue(operation);
        End(caller, operation.Unknown());
    }

    private void End(int caller, FineOperation operation)
    {
        if (operation is not { Kind: OperationKind.Read, Outcome: OperationOutcome.Unknown })
            _history.Add(operation);
        (_begun[caller], _carriedOut[caller]) = (null, null);
    }

    private FineOperation Draw()
    {
        var dice = _random.Next(100);
        var settles = _sent.Where(sent => sent.Kind == OperationKind.Settle).TakeLast(6).ToList();
        if (dice < 15 && _sent.Count > 0)
            return _sent[^_random.Next(1, Math.Min(8, _sent.Count + 1))];
        if (dice < 35)
            return SomeOperation.ReadOutstanding(0, 0, $"F{_random.Next(Fines)}");

        var fines = Enumerable.Range(0, Fines).Select(i => $"F{i}").OrderBy(_ => _random.Next()).ToArray();
        var operation = dice < 65 && settles.Count > 0
            ? SomeOperation.Reverse($"r{_sent.Count}", "", 0, 0) with
            {
                Reverses = settles[_random.Next(settles.Count)].RequestId,
            }
            : SomeOperation.Settle($"r{_sent.Count}", 0, 0, fines[.._random.Next(1, Fines)]);
        if (operation.Kind == OperationKind.Reverse)
            operation = operation with { Fines = settles.Find(s => s.RequestId == operation.Reverses)!.Fines };
        _sent.Add(operation);
        return operation;
    }

    private FineOperation CarryOut(FineOperation operation)
    {
        var settled = operation.Fines.Where(_settledBy.ContainsKey).ToList();
        if (operation.Kind == OperationKind.Read)
            return operation with { Settled = settled };
        if (_kept.TryGetValue(operation.RequestId, out var earlier))
            return earlier with { Caller = operation.Caller, Start = operation.Start };
        if (operation.Kind == OperationKind.Settle && settled.Count > 0)
            return operation.NotOutstanding([.. settled]);
        if (operation.Kind == OperationKind.Reverse && !_settledBy.ContainsValue(operation.Reverses))
        {
            return operation.Refused(
                _kept.ContainsKey(operation.Reverses) ? "SETTLEMENT_REVERSED" : "SETTLEMENT_UNKNOWN");
        }

        foreach (var fine in operation.Fines)
        {
            if (operation.Kind == OperationKind.Settle)
                _settledBy.Add(fine, operation.RequestId);
            else
                _settledBy.Remove(fine);
        }

        return _kept[operation.RequestId] = operation with { Outcome = OperationOutcome.Done };
    }
}
