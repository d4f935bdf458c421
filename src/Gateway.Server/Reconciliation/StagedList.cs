using Gateway.Data;

namespace Gateway.Server.Reconciliation;

/// <summary>
/// The post's list while it is in the database: brought in by parts, so that neither the gateway's memory nor other
/// writers feel its size, and taken away again. One that a killed gateway left behind is taken away by a later one.
/// Thread-safe.
/// </summary>
internal sealed partial class StagedList(
    IProsecutionDatabase database, TimeProvider time, ILogger<StagedList> logger)
{
    private const int EntriesPerDelete = 20_000;

    // Twice the longest deadline that a call may be given.
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(2);

    /// <summary>Begins a list.</summary>
    /// <returns>Its key.</returns>
    public async Task<long> BeginAsync(
        string caller, string requestId, DateOnly businessDate, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stale = await database.ReadAsync(
            session => new ReconciliationStore(session).ListBegunBeforeAsync(now - Abandoned, cancellationToken),
            cancellationToken);
        foreach (var runId in stale)
            await RemoveAsync(runId, cancellationToken);
        return await database.WriteAsync(
            session => new ReconciliationStore(session)
                .BeginAsync(caller, requestId, businessDate, now, cancellationToken),
            cancellationToken);
    }

    /// <summary>Adds entries.</summary>
    public Task AddAsync(long runId, List<PostEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                async session =>
                {
                    await new ReconciliationStore(session).AddAsync(runId, entries, cancellationToken);
                    return true;
                },
                cancellationToken);

    /// <summary>Takes the list away; where that fails it is left to a later one.</summary>
    public async Task TryRemoveAsync(long runId)
    {
        try
        {
            await RemoveAsync(runId, CancellationToken.None);
        }
        catch (DatabaseUnavailableException exception)
        {
            LogLeft(exception, runId);
        }
    }

    private async Task RemoveAsync(long runId, CancellationToken cancellationToken)
    {
        var deleted = EntriesPerDelete;
        while (deleted == EntriesPerDelete)
        {
            deleted = await database.WriteAsync(
                session => new ReconciliationStore(session)
                    .DeleteEntriesAsync(runId, EntriesPerDelete, cancellationToken),
                cancellationToken);
        }

        await database.WriteAsync(
            async session =>
            {
                await new ReconciliationStore(session).DeleteAsync(runId, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    [LoggerMessage(5001, LogLevel.Warning, "The list of reconciliation {RunId} is still in the database")]
    private partial void LogLeft(Exception exception, long runId);
}
