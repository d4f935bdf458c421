using Gateway.Data;

namespace Gateway.Server.Reviews;

/// <summary>One page of the open appeals at one moment.</summary>
internal sealed record ReviewQueue(
    IReadOnlyList<AppealListItem> Page, AppealTotals Totals, DateTimeOffset AsOf, QueuePageToken? Next);

/// <summary>Answers which appeals are to be decided. Each answer is of one snapshot. Thread-safe.</summary>
internal sealed class ReviewQueueDesk(IProsecutionDatabase database, TimeProvider time)
{
    private static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The appeals that are not decided, the one due first before all others.</summary>
    public Task<ReviewQueue> ListAsync(QueueQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var now = time.GetUtcNow();
            var list = new AppealListStore(session);
            var totals = await list.TotalsAsync(now, cancellationToken);
            var page = await list.ListOpenAsync(
                question.Stage, question.OverdueOnly ? now : EndOfTime, question.After?.After, question.PageSize + 1,
                cancellationToken);
            if (page.Count <= question.PageSize)
                return new ReviewQueue(page, totals, now, null);

            var last = page[question.PageSize - 1];
            return new ReviewQueue(
                [.. page.Take(question.PageSize)], totals, now,
                new QueuePageToken(new AppealCursor(last.DueTime, last.Id)));
        }, cancellationToken);
}
