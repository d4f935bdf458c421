using Gateway.Testing.Histories;

namespace Gateway.UnitTests.Histories;

/// <summary>
/// The checker's plain twin for short histories: tries every order, and has the laws in words of its own.
/// </summary>
internal static class AllOrders
{
    /// <summary>Whether one order of the operations explains what each was answered.</summary>
    public static bool HasGoodOne(IReadOnlyList<FineOperation> history) =>
        Explains([.. history], [], new HashSet<string>());

    private static bool Explains(
        List<FineOperation> left, Dictionary<string, string> settledBy, HashSet<string> done)
    {
        if (left.All(operation => operation.Outcome == OperationOutcome.Unknown))
            return true;

        foreach (var next in left)
        {
            if (left.Any(other => other.Outcome != OperationOutcome.Unknown && other.End < next.Start))
                continue;
            List<FineOperation> rest = [.. left.Where(operation => !ReferenceEquals(operation, next))];
            var fits = CarryOut(next, settledBy, done) is var (answer, settled, nowSettled, nowDone)
                && IsAnswered(next, answer, settled)
                && Explains(rest, nowSettled, nowDone);
            if (fits)
                return true;
        }

        return false;
    }

    private static bool IsAnswered(FineOperation operation, string answer, IReadOnlyList<string> settled)
    {
        if (operation.Outcome == OperationOutcome.Unknown)
            return true;
        if (operation.Reason != answer)
            return false;
        return operation.Kind == OperationKind.Reverse
            || (operation.Kind == OperationKind.Settle && answer.Length == 0)
            || operation.Settled.Order().SequenceEqual(settled.Order());
    }

    // The reason of the refusal, or none; the fines that were settled; and how all stand after it.
    private static (string Reason, IReadOnlyList<string> Settled, Dictionary<string, string>, HashSet<string>) CarryOut(
        FineOperation operation, Dictionary<string, string> settledBy, HashSet<string> done)
    {
        var settled = operation.Fines.Where(settledBy.ContainsKey).ToList();
        if (operation.Kind == OperationKind.Read || done.Contains(operation.RequestId))
            return ("", settled, settledBy, done);
        if (operation.Kind == OperationKind.Settle && settled.Count > 0)
            return ("FINE_NOT_OUTSTANDING", settled, settledBy, done);
        if (operation.Kind == OperationKind.Reverse && !done.Contains(operation.Reverses))
            return ("SETTLEMENT_UNKNOWN", settled, settledBy, done);
        if (operation.Kind == OperationKind.Reverse && !settledBy.ContainsValue(operation.Reverses))
            return ("SETTLEMENT_REVERSED", settled, settledBy, done);

        var after = operation.Kind == OperationKind.Settle
            ? settledBy.Concat(operation.Fines.Select(fine => KeyValuePair.Create(fine, operation.RequestId)))
            : settledBy.Where(pair => pair.Value != operation.Reverses);
        return ("", settled, after.ToDictionary(), [.. done, operation.RequestId]);
    }
}
