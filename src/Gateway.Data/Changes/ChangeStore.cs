namespace Gateway.Data;

/// <summary>
/// The changes that calls made, for whoever holds them against the evidence log. Lives as long as its session; not
/// thread-safe.
/// </summary>
public sealed class ChangeStore(DatabaseSession session)
{
    /// <summary>One page of the changes by caller and request id.</summary>
    /// <param name="after">Caller and request id of the last one of the page before; null for the first page.</param>
    /// <param name="limit">Size of a page.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public async Task<IReadOnlyList<ChangeRecord>> ListAsync(
        (string Caller, string RequestId)? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<ChangeRow>(
            StatementName.ChangeList,
            new
            {
                AfterCaller = SqlText.Ansi(after?.Caller ?? "", ColumnLength.Caller),
                AfterRequestId = SqlText.Ansi(after?.RequestId ?? "", ColumnLength.RequestId),
                Limit = limit,
            },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>The first changes since a time of which no answer is kept, as nobody but a gateway keeps one.</summary>
    public async Task<IReadOnlyList<UnansweredChange>> ListUnansweredAsync(
        DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<UnansweredChangeRow>(
            StatementName.ChangeListUnanswered,
            new { After = SqlText.Ansi("", ColumnLength.Caller), Since = new DbTime(since), Limit = limit },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }
}
