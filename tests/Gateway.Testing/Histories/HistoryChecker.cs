namespace Gateway.Testing.Histories;

/// <summary>
/// Holds what callers saw against the laws of settlement: for each fine, and for fines that were settled together,
/// there must be one order of all operations that explains every answer.
/// </summary>
internal static class HistoryChecker
{
    /// <summary>What is wrong with a history of fines that all began outstanding; empty where nothing is.</summary>
    /// <exception cref="InvalidOperationException">There are too many orders to search.</exception>
    public static IReadOnlyList<HistoryFault> Check(IReadOnlyList<FineOperation> history)
    {
        var faults = history.GroupBy(operation => operation.RequestId)
            .Where(request => request.Key.Length > 0)
            .SelectMany(request => AnswerFaults([.. request])).ToList();
        var broken = new HashSet<string>();
        foreach (var fine in history.SelectMany(operation => operation.Fines).ToHashSet())
        {
            var alone = On(history, new HashSet<string> { fine });
            if (UnexplainedHistory.Find("no order explains what was answered", alone) is not { } fault)
                continue;
            faults.Add(fault);
            broken.Add(fine);
        }

        foreach (var fines in Together(history).Where(fines => fines.Count > 1 && !fines.Overlaps(broken)))
        {
            if (UnexplainedHistory.Find("each is explained alone, not all or none", On(history, fines)) is { } fault)
                faults.Add(fault);
        }

        return faults;
    }

    /// <summary>The part of a history that concerns fines, in order of time.</summary>
    public static IReadOnlyList<FineOperation> On(
        IReadOnlyList<FineOperation> history, IReadOnlySet<string> fines) =>
        [.. history.Select(operation => operation.On(fines)).OfType<FineOperation>()
            .OrderBy(operation => operation.Start)];

    // Same request, same answer for ever; a settlement holds the fines of its order; a refusal names a fine.
    private static IEnumerable<HistoryFault> AnswerFaults(IReadOnlyList<FineOperation> request)
    {
        var done = request.Where(operation => operation.Outcome == OperationOutcome.Done).ToList();
        if (done.DistinctBy(operation => operation.Answer).Take(2).ToList() is { Count: 2 } different)
            yield return new HistoryFault("one request, two answers", request[0].Fines, [], different);
        if (done.Find(operation => operation.Kind == OperationKind.Settle
            && !operation.Fines.ToHashSet().SetEquals(operation.Settled)) is { } partial)
            yield return new HistoryFault("settled are other fines than ordered", partial.Fines, [], [partial]);
        if (request.FirstOrDefault(IsMute) is { } mute)
            yield return new HistoryFault("refused without saying for which fine", mute.Fines, [], [mute]);
    }

    private static bool IsMute(FineOperation operation) => operation is
    {
        Outcome: OperationOutcome.Refused,
        Reason: "FINE_NOT_OUTSTANDING",
        Settled: [],
    };

    // Fines that one settlement ordered or one reading showed hang together, and so do all that hang together with one.
    private static IEnumerable<HashSet<string>> Together(IReadOnlyList<FineOperation> history)
    {
        var groups = new Dictionary<string, HashSet<string>>();
        foreach (var operation in history)
        {
            var joined = operation.Fines.ToHashSet();
            foreach (var fine in operation.Fines)
                joined.UnionWith(groups.GetValueOrDefault(fine, []));
            foreach (var fine in joined)
                groups[fine] = joined;
        }

        return groups.Values.Distinct();
    }
}
