using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;

namespace Gateway.Server.Appeals;

/// <summary>Answers how appeals stand. Each answer is of one snapshot. Thread-safe.</summary>
internal sealed class AppealInquiryDesk(IProsecutionDatabase database)
{
    /// <summary>An appeal with its stages and what was sent for each.</summary>
    /// <param name="key">Which appeal, and who asks.</param>
    /// <param name="showActors">Whether the answer tells who moved it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusalException">APPEAL_UNKNOWN, PERSON_MISMATCH.</exception>
    public Task<Appeal> FindAsync(AppealKey key, bool showActors, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session => await AppealView.ReadAsync(
                session, await AppealAccess.FindAsync(session, key, cancellationToken), showActors, cancellationToken),
            cancellationToken);

    /// <summary>One page of appeals, the newest first, and where the next one begins.</summary>
    public Task<(IReadOnlyList<AppealListItem> Page, AppealPageToken? Next)> ListAsync(
        AppealListQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync<(IReadOnlyList<AppealListItem> Page, AppealPageToken? Next)>(
            async session =>
            {
                var page = await new AppealListStore(session).ListAsync(
                    question.Filter, question.Before?.BeforeId, question.PageSize + 1, cancellationToken);
                return page.Count <= question.PageSize
                    ? (page, null)
                    : ([.. page.Take(question.PageSize)], new AppealPageToken(page[question.PageSize - 1].Id));
            },
            cancellationToken);
}
