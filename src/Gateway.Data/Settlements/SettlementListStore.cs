namespace Gateway.Data;

/// <summary>Settlements of a business day. Lives as long as its session; not thread-safe.</summary>
public sealed class SettlementListStore(DatabaseSession session)
{
    /// <summary>One page of a day's settlements: by branch, then in the order in which they were made.</summary>
    /// <param name="businessDate">The day.</param>
    /// <param name="branchCode">One branch; null for all.</param>
    /// <param name="after">Last settlement of the page before; null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public async Task<IReadOnlyList<SettlementListItem>> ListAsync(
        DateOnly businessDate,
        string? branchCode,
        SettlementCursor? after,
        int limit,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var afterId = after?.Id ?? 0;
        var rows = branchCode is null
            ? await session.ListAsync<SettlementListRow>(
                StatementName.SettlementListByDate,
                new
                {
                    BusinessDate = new DbDate(businessDate),
                    AfterBranchCode = SqlText.Ansi(after?.BranchCode ?? "", ColumnLength.BranchCode),
                    AfterId = afterId,
                    Limit = limit,
                },
                cancellationToken).ConfigureAwait(false)
            : await session.ListAsync<SettlementListRow>(
                StatementName.SettlementListByBranch,
                new
                {
                    BusinessDate = new DbDate(businessDate),
                    BranchCode = SqlText.Ansi(branchCode, ColumnLength.BranchCode),
                    AfterId = afterId,
                    Limit = limit,
                },
                cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }

    /// <summary>Counts and sums over all of a day's settlements, of one branch or of all (null).</summary>
    public async Task<SettlementTotals> TotalsAsync(
        DateOnly businessDate, string? branchCode, CancellationToken cancellationToken)
    {
        var row = branchCode is null
            ? await session.GetAsync<SettlementTotalsRow>(
                StatementName.SettlementTotalsByDate,
                new { BusinessDate = new DbDate(businessDate) },
                cancellationToken).ConfigureAwait(false)
            : await session.GetAsync<SettlementTotalsRow>(
                StatementName.SettlementTotalsByBranch,
                new
                {
                    BusinessDate = new DbDate(businessDate),
                    BranchCode = SqlText.Ansi(branchCode, ColumnLength.BranchCode),
                },
                cancellationToken).ConfigureAwait(false);
        return new SettlementTotals(row.SettledCount, row.SettledTotal, row.ReversedCount, row.ReversedTotal);
    }
}
