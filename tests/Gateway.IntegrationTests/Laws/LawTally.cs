using Gateway.Contracts.V1;

namespace Gateway.IntegrationTests.Laws;

/// <summary>Counts what happened, as histories in which nothing happens prove nothing. Not thread-safe.</summary>
internal sealed class LawTally
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Each kind of event and how often there was one, by name.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts => _counts.OrderBy(count => count.Key, StringComparer.Ordinal);

    /// <summary>Counts an answer.</summary>
    public void Count(LawRequest request, LawAnswer answer, CommitFault fault, bool changesNothing)
    {
        var what = request.Message switch
        {
            SettleFinesRequest => "settle",
            ReverseSettlementRequest => "reverse",
            AbandonSettlementRequest => "abandon",
            _ => "reconcile",
        };
        var outcome = answer.Outcome == LawAnswer.Done && changesNothing ? "done before" : answer.Outcome;
        Add($"{what}: {outcome}");
        if (fault != CommitFault.None)
            Add($"{fault}: {(changesNothing ? "nothing to change" : what)}");
    }

    /// <summary>Those of these events that never happened.</summary>
    public IEnumerable<string> Missing(IEnumerable<string> events) => events.Where(name => !_counts.ContainsKey(name));

    private void Add(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
