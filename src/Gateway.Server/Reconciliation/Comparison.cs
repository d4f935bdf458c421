using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Reconciliation;

/// <summary>How the two lists of a day compare.</summary>
/// <param name="Totals">Counts and sums of both sides, of each kind of entries.</param>
/// <param name="ExceptionCount">How many entries differ, of all kinds.</param>
/// <param name="Exceptions">Which, the first of them.</param>
internal sealed record Comparison(
    IReadOnlyList<ReconciliationTotals> Totals, long ExceptionCount, IReadOnlyList<ExceptionRecord> Exceptions)
{
    // An answer has to fit into one message.
    private const int MostListed = 10_000;

    /// <summary>Whether both sides agree.</summary>
    public bool IsMatched => ExceptionCount == 0;

    /// <summary>Compares a list that is in the database with what the database has of its day.</summary>
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
    public ReconcileBusinessDayResponse ToWire(DateOnly businessDate, BusinessDay day)
    {
        var settlements = Totals.Single(totals => totals.Kind == EntryKind.Settlement);
        return new ReconcileBusinessDayResponse
        {
            BusinessDate = businessDate.ToWire(),
            PostCount = settlements.PostCount,
            PostTotal = settlements.PostTotal.ToWire(),
            GatewayCount = settlements.GatewayCount,
            GatewayTotal = settlements.GatewayTotal.ToWire(),
            OtherTotals =
            {
                Totals.Where(totals => totals != settlements && totals is not { PostCount: 0, GatewayCount: 0 })
                    .OrderBy(totals => totals.Kind)
                    .Select(ToWire),
            },
            ExceptionCount = ExceptionCount,
            Exceptions = { Exceptions.Select(ToWire) },
            Closed = day.IsClosed,
            CloseTime = day.CloseTime is { } time ? Timestamp.FromDateTimeOffset(time) : null,
        };
    }

    private static ReconciliationKindTotals ToWire(ReconciliationTotals totals) => new()
    {
        Kind = (ReconciliationEntryKind)totals.Kind,
        PostCount = totals.PostCount,
        PostTotal = totals.PostTotal.ToWire(),
        GatewayCount = totals.GatewayCount,
        GatewayTotal = totals.GatewayTotal.ToWire(),
    };

    private static ReconciliationException ToWire(ExceptionRecord exception) => new()
    {
        Kind = (ReconciliationExceptionKind)exception.Kind,
        EntryKind = (ReconciliationEntryKind)exception.EntryKind,
        SettlementNumber = exception.Number,
        BranchCode = exception.BranchCode ?? "",
        PostAmount = exception.PostAmount?.ToWire(),
        GatewayAmount = exception.GatewayAmount?.ToWire(),
    };
}
