using Gateway.Testing.Histories;

namespace Gateway.UnitTests.Histories;

/// <summary>Builders of operations, on the fine F1 where nothing else is said; the outcome is done.</summary>
internal static class SomeOperation
{
    public const string Fine = "F1";

    public static FineOperation Settle(string requestId, long start, long end, params string[] fines)
    {
        fines = fines.Length == 0 ? [Fine] : fines;
        return Make(OperationKind.Settle, start, end, fines) with
        {
            RequestId = requestId,
            Settled = fines,
            Answer = "settlement by " + requestId,
        };
    }

    public static FineOperation Reverse(
        string requestId, string reverses, long start, long end, params string[] fines) =>
        Make(OperationKind.Reverse, start, end, fines.Length == 0 ? [Fine] : fines) with
        {
            RequestId = requestId,
            Reverses = reverses,
            Answer = "reversal by " + requestId,
        };

    public static FineOperation ReadOutstanding(long start, long end, string fine = Fine) =>
        Make(OperationKind.Read, start, end, [fine]);

    public static FineOperation ReadSettled(long start, long end, string fine = Fine) =>
        Make(OperationKind.Read, start, end, [fine]) with { Settled = [fine] };

    /// <summary>
    /// The settle or reversal, refused; a settle because of these fines, all of them where none is named.
    /// </summary>
    public static FineOperation Refused(this FineOperation operation, string reason, params string[] settled) =>
        operation with
        {
            Outcome = OperationOutcome.Refused,
            Reason = reason,
            Answer = "",
            Settled = operation.Kind == OperationKind.Reverse ? [] : settled.Length == 0 ? operation.Fines : settled,
        };

    public static FineOperation NotOutstanding(this FineOperation operation, params string[] settled) =>
        operation.Refused("FINE_NOT_OUTSTANDING", settled);

    public static FineOperation Unknown(this FineOperation operation) => operation with
    {
        Outcome = OperationOutcome.Unknown,
        End = long.MaxValue,
        Reason = "",
        Answer = "",
        Settled = [],
    };

    private static FineOperation Make(OperationKind kind, long start, long end, string[] fines) => new()
    {
        Kind = kind,
        Caller = "branch-00001/1",
        Fines = fines,
        Start = start,
        End = end,
        Outcome = OperationOutcome.Done,
    };
}
