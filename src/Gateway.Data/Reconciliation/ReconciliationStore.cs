using System.Text.Json;

namespace Gateway.Data;

/// <summary>
/// The post's list of a business day while it is held against the settlements, appeal fees and refunds of that day. Lives
/// as long as its session; not thread-safe.
/// </summary>
public sealed class ReconciliationStore(DatabaseSession session)
{
    /// <summary>Begins a list.</summary>
    /// <returns>Its key.</returns>
    public Task<long> BeginAsync(
        string caller, string requestId, DateOnly businessDate, DateTimeOffset time,
        CancellationToken cancellationToken) => session.GetAsync<long>(
            StatementName.ReconciliationRunInsert,
            new
            {
                Caller = SqlText.Ansi(caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(requestId, ColumnLength.RequestId),
                BusinessDate = new DbDate(businessDate),
                StartTime = new DbTime(time),
            },
            cancellationToken);

    /// <summary>Adds entries to a list.</summary>
    public Task AddAsync(
        long runId, IReadOnlyCollection<PostEntry> entries, CancellationToken cancellationToken)
    {
        var rows = entries.Select(entry => new
        {
            entry_number = entry.EntryNumber,
            kind = (int)entry.Kind,
            settlement_number = entry.Number,
            piastres = entry.Amount.Piastres,
        });
        return session.ExecuteAsync(
            StatementName.ReconciliationEntryInsert,
            new { RunId = runId, Entries = SqlText.Json(JsonSerializer.Serialize(rows)) },
            cancellationToken);
    }

    /// <summary>Counts and sums of both sides, of each kind of entries.</summary>
    public async Task<IReadOnlyList<ReconciliationTotals>> TotalsAsync(
        long runId, DateOnly businessDate, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<ReconciliationTotalsRow>(
            StatementName.ReconciliationTotals, Parameters(runId, businessDate), cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>How many entries differ.</summary>
    public Task<long> CountExceptionsAsync(
        long runId, DateOnly businessDate, CancellationToken cancellationToken) => session.GetAsync<long>(
            StatementName.ReconciliationExceptionCount, Parameters(runId, businessDate), cancellationToken);

    /// <summary>The entries that differ, by number; the first of them.</summary>
    public async Task<IReadOnlyList<ExceptionRecord>> ListExceptionsAsync(
        long runId, DateOnly businessDate, int limit, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<ExceptionRow>(
            StatementName.ReconciliationExceptionList,
            new { RunId = runId, BusinessDate = new DbDate(businessDate), Limit = limit },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Lists that were begun before this moment.</summary>
    public Task<IReadOnlyList<long>> ListBegunBeforeAsync(DateTimeOffset moment, CancellationToken cancellationToken) =>
        session.ListAsync<long>(
            StatementName.ReconciliationRunListStale, new { Before = new DbTime(moment) }, cancellationToken);

    /// <summary>Takes entries away again.</summary>
    /// <returns>How many, up to the limit.</returns>
    public Task<int> DeleteEntriesAsync(long runId, int limit, CancellationToken cancellationToken) =>
        session.ExecuteAsync(
            StatementName.ReconciliationEntryDelete, new { RunId = runId, Limit = limit }, cancellationToken);

    /// <summary>Takes away a list that has no entries.</summary>
    public Task DeleteAsync(long runId, CancellationToken cancellationToken) =>
        session.ExecuteAsync(StatementName.ReconciliationRunDelete, new { RunId = runId }, cancellationToken);

    private static object Parameters(long runId, DateOnly businessDate) =>
        new { RunId = runId, BusinessDate = new DbDate(businessDate) };
}
