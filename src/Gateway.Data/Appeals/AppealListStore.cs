using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Lists of appeals. Lives as long as its session; not thread-safe.</summary>
public sealed class AppealListStore(DatabaseSession session)
{
    /// <summary>One page of appeals, the newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="beforeId">Key of the last appeal of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public Task<IReadOnlyList<AppealListItem>> ListAsync(
        AppealFilter filter, long? beforeId, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var stage = (int?)filter.Stage;
        var before = beforeId ?? long.MaxValue;
        if (filter.AppellantNationalId is { } id)
            return ListAsync(
                StatementName.AppealListByAppellant,
                new
                {
                    NationalId = SqlText.Ansi(id.Value, ColumnLength.NationalId),
                    BranchCode = SqlText.Ansi(filter.BranchCode, ColumnLength.BranchCode),
                    Stage = stage,
                    BeforeId = before,
                    Limit = limit,
                },
                cancellationToken);
        if (filter.BranchCode is { } branch)
            return ListAsync(
                StatementName.AppealListByBranch,
                new
                {
                    BranchCode = SqlText.Ansi(branch, ColumnLength.BranchCode),
                    Stage = stage,
                    BeforeId = before,
                    Limit = limit,
                },
                cancellationToken);
        return ListAsync(
            StatementName.AppealList, new { Stage = stage, BeforeId = before, Limit = limit }, cancellationToken);
    }

    /// <summary>One page of the appeals that are open, by due time.</summary>
    /// <param name="stage">Only those at this stage; null for all.</param>
    /// <param name="dueBefore">Only those that are due before this moment.</param>
    /// <param name="after">Last appeal of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public Task<IReadOnlyList<AppealListItem>> ListOpenAsync(
        AppealStage? stage,
        DateTimeOffset dueBefore,
        AppealCursor? after,
        int limit,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ListAsync(
            StatementName.AppealListOpen,
            new
            {
                Stage = (int?)stage,
                DueBefore = new DbTime(dueBefore),
                AfterDueTime = after is { } cursor ? new DbTime(cursor.DueTime) : DbTime.First,
                AfterId = after?.Id ?? 0,
                Limit = limit,
            },
            cancellationToken);
    }

    /// <summary>How many appeals are open, and how many of them were due before this moment.</summary>
    public async Task<AppealTotals> TotalsAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await session.GetAsync<AppealTotalsRow>(
            StatementName.AppealOpenTotals, new { Now = new DbTime(now) }, cancellationToken).ConfigureAwait(false);
        return new AppealTotals(row.OpenCount, row.OverdueCount);
    }

    private async Task<IReadOnlyList<AppealListItem>> ListAsync(
        string statement, object parameters, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<AppealListRow>(statement, parameters, cancellationToken)
            .ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }
}
