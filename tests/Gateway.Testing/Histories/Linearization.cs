using System.Numerics;

namespace Gateway.Testing.Histories;

/// <summary>
/// Looks for an order of operations that overlap in time, in which each does what the model allows and none comes
/// before one that had ended when it began (Herlihy and Wing 1990). The search is Wing and Gong's with Lowe's memory of
/// positions already seen (2017): it goes along the answers in time, and puts an operation into the order no earlier
/// than an answer asks for it. Not thread-safe.
/// </summary>
internal sealed class Linearization
{
    private readonly FineModel _model;
    private readonly BigInteger[] _bits;
    private readonly (long Time, bool IsAnswer, int Index)[] _events;
    private readonly int[] _begins;

    /// <summary>A search over these operations, in any order.</summary>
    public Linearization(FineModel model, IReadOnlyList<FineOperation> operations)
    {
        _model = model;
        _bits = [.. operations.Select((_, index) => BigInteger.One << index)];
        var starts = operations.Select((operation, index) => (operation.Start, false, index));
        var answers = operations.Select((operation, index) => (operation.End, true, index));
        // What begins when another ends overlaps it: the clock cannot tell.
        _events = [.. starts.Concat(answers).Order()];
        _begins = new int[operations.Count];
        for (var at = 0; at < _events.Length; at++)
        {
            if (!_events[at].IsAnswer)
                _begins[_events[at].Index] = at;
        }
    }

    /// <summary>Runs the search over operations, of which null is left out.</summary>
    /// <param name="operations">As given at first, some weakened or left out.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="mostPositions">The search is given up when it has so many at once.</param>
    /// <returns>How it ended, with all resting points before that.</returns>
    public SearchResult Run(IReadOnlyList<FineOperation?> operations, RestingPoint from, int mostPositions)
    {
        var rests = new List<RestingPoint> { from };
        var open = from.Open.ToList();
        IReadOnlyCollection<Position> positions = from.Positions;
        for (var at = from.Event; at < _events.Length; at++)
        {
            var index = _events[at].Index;
            if (operations[index] is not { } operation)
                continue;
            if (!_events[at].IsAnswer)
                open.Add(index);
            if (!_events[at].IsAnswer || operation.Outcome == OperationOutcome.Unknown)
                continue;

            positions = Place(index, operations, open, positions, mostPositions);
            if (positions.Count == 0 || positions.Count > mostPositions)
                return new SearchResult(rests, positions.Count == 0 ? index : null, positions.Count > 0);

            open.Remove(index);
            open.RemoveAll(other => IsSpent(operations[other]!, positions));
            if (open.All(other => operations[other]!.Outcome == OperationOutcome.Unknown))
                rests.Add(new RestingPoint(at + 1, positions, [.. open]));
        }

        return new SearchResult(rests, null, false);
    }

    /// <summary>Whether an operation begins at or after a resting point.</summary>
    public bool BeginsAfter(int index, RestingPoint rest) => _begins[index] >= rest.Event;

    // An operation of unknown outcome that took effect wherever this may have led to; it has no effect any more.
    private bool IsSpent(FineOperation operation, IReadOnlyCollection<Position> positions) =>
        operation.Outcome == OperationOutcome.Unknown
        && positions.All(position => _model.IsDone(position, operation.RequestId));

    // All positions that have the operation in their order, reached by way of others that are open.
    private HashSet<Position> Place(
        int index,
        IReadOnlyList<FineOperation?> operations,
        List<int> open,
        IReadOnlyCollection<Position> positions,
        int mostPositions)
    {
        var reached = new HashSet<Position>();
        var seen = new HashSet<Position>(positions);
        var next = new Stack<Position>(positions);
        while (seen.Count <= mostPositions && next.TryPop(out var position))
        {
            position = WithObservers(position, operations, open);
            if (!(position.Linearized & _bits[index]).IsZero)
            {
                reached.Add(position);
                continue;
            }

            foreach (var other in open)
            {
                if ((position.Linearized & _bits[other]).IsZero
                    && _model.After(position, operations[other]!, _bits[other]) is { } after && seen.Add(after))
                    next.Push(after);
            }
        }

        return seen.Count > mostPositions ? seen : reached;
    }

    // What changes nothing is best placed as soon as it fits: nothing that comes later can need it to come later.
    private Position WithObservers(Position position, IReadOnlyList<FineOperation?> operations, List<int> open)
    {
        foreach (var other in open)
        {
            if ((position.Linearized & _bits[other]).IsZero
                && _model.After(position, operations[other]!, _bits[other]) is { } after
                && after.Done == position.Done)
                position = after;
        }

        return position;
    }
}
