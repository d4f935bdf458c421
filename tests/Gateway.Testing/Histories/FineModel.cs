using System.Numerics;

namespace Gateway.Testing.Histories;

/// <summary>
/// How fines behave when one operation is carried out after the other (laws 1 to 4 and 9). A fine is outstanding or
/// settled by one request; all begin outstanding. Immutable, thread-safe.
/// </summary>
internal sealed class FineModel
{
    private readonly Dictionary<string, BigInteger> _bits = [];
    private readonly Dictionary<string, BigInteger> _settlers = [];

    /// <summary>A model for the requests and fines of these operations.</summary>
    public FineModel(IReadOnlyList<FineOperation> operations)
    {
        foreach (var operation in operations)
        {
            _bits.TryAdd(operation.RequestId, BigInteger.One << _bits.Count);
            _bits.TryAdd(operation.Reverses, BigInteger.One << _bits.Count);
            foreach (var fine in operation.Fines)
            {
                var settlers = _settlers.GetValueOrDefault(fine);
                _settlers[fine] = operation.Kind == OperationKind.Settle
                    ? settlers | _bits[operation.RequestId]
                    : settlers;
            }
        }
    }

    /// <summary>Where the operation leads from a position; null where it cannot have come next.</summary>
    /// <param name="at">The position.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="bit">The operation in <see cref="Position.Linearized"/>.</param>
    public Position? After(Position at, FineOperation operation, BigInteger bit)
    {
        if (operation.Outcome == OperationOutcome.Unknown)
            return TakeEffect(at, operation);

        var placed = at with { Linearized = at.Linearized | bit };
        if (operation.Outcome == OperationOutcome.Refused)
            return IsRefused(at, operation) ? placed : null;
        if (operation.Kind == OperationKind.Read)
            return StandsAsTold(at, operation) ? placed : null;
        return IsDone(at, operation.RequestId) ? placed : TakeEffect(placed, operation);
    }

    /// <summary>Whether a request took effect before a position.</summary>
    public bool IsDone(Position at, string requestId) => Has(at.Done, requestId);

    /// <summary>How a fine stands, in words.</summary>
    public string Describe(Position at, string fine)
    {
        var settler = _bits.Keys.FirstOrDefault(request => Has(at.Standing & _settlers[fine], request));
        return settler is null ? "outstanding" : $"settled by {settler}";
    }

    // All or none, and each request once.
    private Position? TakeEffect(Position at, FineOperation operation)
    {
        if (IsDone(at, operation.RequestId))
            return null;

        var done = at.Done | _bits[operation.RequestId];
        return operation.Kind switch
        {
            OperationKind.Settle when operation.Fines.All(fine => IsOutstanding(at, fine)) =>
                at with { Done = done, Standing = at.Standing | _bits[operation.RequestId] },
            OperationKind.Reverse when Has(at.Standing, operation.Reverses) =>
                at with { Done = done, Standing = at.Standing ^ _bits[operation.Reverses] },
            _ => null,
        };
    }

    // What was done is never refused later, whatever became of it.
    private bool IsRefused(Position at, FineOperation operation) =>
        !IsDone(at, operation.RequestId) && (operation.Kind, operation.Reason) switch
        {
            (OperationKind.Settle, "FINE_NOT_OUTSTANDING") => StandsAsTold(at, operation),
            (OperationKind.Reverse, "SETTLEMENT_REVERSED") =>
                IsDone(at, operation.Reverses) && !Has(at.Standing, operation.Reverses),
            (OperationKind.Reverse, "SETTLEMENT_UNKNOWN") => !IsDone(at, operation.Reverses),
            // The day may end under any history.
            (OperationKind.Reverse, "BUSINESS_DAY_CLOSED") => true,
            _ => false,
        };

    private bool StandsAsTold(Position at, FineOperation operation) =>
        operation.Fines.All(fine => IsOutstanding(at, fine) != operation.Settled.Contains(fine));

    private bool IsOutstanding(Position at, string fine) => (at.Standing & _settlers[fine]).IsZero;

    private bool Has(BigInteger requests, string requestId) => !(requests & _bits[requestId]).IsZero;
}
