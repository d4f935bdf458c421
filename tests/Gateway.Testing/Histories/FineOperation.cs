namespace Gateway.Testing.Histories;

/// <summary>One call about one or more fines, as its caller saw it. Immutable.</summary>
internal sealed record FineOperation
{
    /// <summary>What was asked.</summary>
    public required OperationKind Kind { get; init; }

    /// <summary>Who asked; for people.</summary>
    public required string Caller { get; init; }

    /// <summary>The fines that were read, that were to be settled, or that the settlement to take back holds.</summary>
    public required IReadOnlyList<string> Fines { get; init; }

    /// <summary>The request, the same for each retry; empty for a read.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The request whose settlement is to be taken back; empty for other kinds.</summary>
    public string Reverses { get; init; } = "";

    /// <summary>When it was sent, by a clock that only grows; microseconds where it is a real one.</summary>
    public required long Start { get; init; }

    /// <summary>When its answer was there, by the same clock; no matter where the outcome is unknown.</summary>
    public long End { get; init; } = long.MaxValue;

    /// <summary>How it ended.</summary>
    public OperationOutcome Outcome { get; init; }

    /// <summary>Why it was refused; empty where it was not.</summary>
    public string Reason { get; init; } = "";

    /// <summary>
    /// Of <see cref="Fines"/> those that the answer tells to be settled: a settlement's items, what was read, or what
    /// stood against a refused order. The answer tells all others to be outstanding.
    /// </summary>
    public IReadOnlyList<string> Settled { get; init; } = [];

    /// <summary>What was answered, to compare with the answers to retries; a digest will do.</summary>
    public string Answer { get; init; } = "";

    /// <summary>The operation as one of these fines sees it; null where it concerns none of them.</summary>
    public FineOperation? On(IReadOnlySet<string> fines) => Fines.All(fines.Contains)
        ? this
        : Fines.Any(fines.Contains)
            ? this with { Fines = [.. Fines.Where(fines.Contains)], Settled = [.. Settled.Where(fines.Contains)] }
            : null;

    /// <summary>One line: when, who, what, and how it ended.</summary>
    public override string ToString()
    {
        var time = Outcome == OperationOutcome.Unknown ? $"{Start}.." : $"{Start}..{End}";
        var what = Kind switch
        {
            OperationKind.Settle => $"settle {string.Join(", ", Fines)} by {RequestId}",
            OperationKind.Reverse => $"reverse the settlement by {Reverses}, by {RequestId}",
            _ => $"read {string.Join(", ", Fines)}",
        };
        var ended = (Outcome, Kind) switch
        {
            (OperationOutcome.Unknown, _) => "outcome unknown",
            (OperationOutcome.Refused, OperationKind.Settle) => $"refused, {Reason}: {Stand()}",
            (OperationOutcome.Refused, _) => $"refused, {Reason}",
            (_, OperationKind.Read) => Stand(),
            _ => "done",
        };
        return $"{time,-20} {Caller,-18} {what}: {ended}";
    }

    private string Stand() => Settled.Count switch
    {
        0 => "outstanding",
        _ => Fines.Count == 1 ? "settled" : $"settled are {string.Join(", ", Settled)}",
    };
}
