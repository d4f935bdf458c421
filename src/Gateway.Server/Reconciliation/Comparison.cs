using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Reconciliation;

/// <summary>How the two lists of a day compare.</summary>
/// <param name="Totals">Counts and sums of both sides.</param>
/// <param name="ExceptionCount">How many settlements differ.</param>
/// <param name="Exceptions">Which, the first of them.</param>
internal sealed record Comparison(
    ReconciliationTotals Totals, long ExceptionCount, IReadOnlyList<ExceptionRecord> Exceptions)
{
    // An answer has to fit into one message.
    private const int MostListed = 10_000;

    /// <summary>Whether both sides agree.</summary>
    public bool IsMatched => ExceptionCount == 0;

    /// <summary>Compares a list that is in the database with the settlements of its day.</summary>
    public static async Task<Comparison> MakeAsync(
        DatabaseSession session, long runId, DateOnly businessDate, CancellationToken cancellationToken)
    {
        var store = new ReconciliationStore(session);
        var totals = await store.TotalsAsync(runId, businessDate, cancellationToken);
        var count = await store.CountExceptionsAsync(runId, businessDate, cancellationToken);
        var exceptions = count == 0
            ? []
            : await store.ListExceptionsAsync(runId, businessDate, MostListed, cancellationToken);
        return new Comparison(totals, count, exceptions);
    }

    /// <summary>The answer as the contract has it.</summary>
    public ReconcileBusinessDayResponse ToWire(DateOnly businessDate, BusinessDay day) => new()
    {
        BusinessDate = businessDate.ToWire(),
        PostCount = Totals.PostCount,
        PostTotal = Totals.PostTotal.ToWire(),
        GatewayCount = Totals.GatewayCount,
        GatewayTotal = Totals.GatewayTotal.ToWire(),
        ExceptionCount = ExceptionCount,
        Exceptions = { Exceptions.Select(ToWire) },
        Closed = day.IsClosed,
        CloseTime = day.CloseTime is { } time ? Timestamp.FromDateTimeOffset(time) : null,
    };

    private static ReconciliationException ToWire(ExceptionRecord exception) => new()
    {
        Kind = (ReconciliationExceptionKind)exception.Kind,
        SettlementNumber = exception.SettlementNumber,
        BranchCode = exception.BranchCode ?? "",
        PostAmount = exception.PostAmount?.ToWire(),
        GatewayAmount = exception.GatewayAmount?.ToWire(),
    };
}
