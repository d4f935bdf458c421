namespace Gateway.Testing.Histories;

/// <summary>Finds histories that no order of their operations explains, and the few operations that show it.</summary>
internal static class UnexplainedHistory
{
    // Far above what histories of some hundred operations take; beyond it a search would not end.
    private const int MostPositions = 200_000;

    // So many operations before the fault are looked at, to show where it comes from.
    private const int LookedAt = 24;
    private const int MostPositionsLookedAt = 5_000;

    /// <summary>The fault of operations on fines that began outstanding; null where an order explains them.</summary>
    /// <exception cref="InvalidOperationException">There are too many orders to search.</exception>
    public static HistoryFault? Find(string law, IReadOnlyList<FineOperation> operations)
    {
        var model = new FineModel(operations);
        var search = new Linearization(model, operations);
        var found = search.Run(operations, new RestingPoint(0, [default], []), MostPositions);
        if (found.GivenUp)
            throw new InvalidOperationException($"Too many orders of {operations.Count} operations to search.");
        if (found.Unexplained is not { } last)
            return null;

        var begun = Enumerable.Range(0, operations.Count)
            .Where(index => operations[index].Start <= operations[last].End).ToList();
        var rest = found.Rests.FirstOrDefault(
            rest => begun.Count(index => search.BeginsAfter(index, rest)) <= LookedAt, found.Rests[^1]);
        var left = Weaken(search, operations, rest, begun, last);
        var fines = left.SelectMany(operation => operation.Fines).Distinct().Order(StringComparer.Ordinal).ToList();
        return new HistoryFault(law, fines, [.. fines.Select(fine => Before(model, rest, fine))], left);
    }

    // Forgets the outcome of one operation after the other, as long as the rest cannot be explained all the same. What
    // was read or refused is left out; what was done may have been done or not. Both only ever allow more orders.
    private static List<FineOperation> Weaken(
        Linearization search, IReadOnlyList<FineOperation> operations, RestingPoint rest, List<int> begun, int last)
    {
        var left = new FineOperation?[operations.Count];
        foreach (var index in begun)
            left[index] = operations[index];
        foreach (var index in begun.Where(index => index != last && search.BeginsAfter(index, rest)))
        {
            var operation = left[index]!;
            left[index] = operation is { Kind: not OperationKind.Read, Outcome: not OperationOutcome.Refused }
                ? operation with { Outcome = OperationOutcome.Unknown }
                : null;
            if (search.Run(left, rest, MostPositionsLookedAt).Unexplained is null)
                left[index] = operation;
        }

        return [.. begun
            .Where(index => left[index] is { Outcome: not OperationOutcome.Unknown } && search.BeginsAfter(index, rest))
            .Select(index => left[index]!)
            .OrderBy(operation => operation.Start)];
    }

    private static string Before(FineModel model, RestingPoint rest, string fine) => $"{fine} is "
        + string.Join(" or ", rest.Positions.Select(position => model.Describe(position, fine)).Distinct());
}
