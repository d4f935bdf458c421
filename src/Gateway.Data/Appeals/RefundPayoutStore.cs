using Dapper;
using Gateway.Domain;

namespace Gateway.Data;

/// <summary>Refunds while they are due and when they are paid out. Lives as long as its session; not
/// thread-safe.</summary>
public sealed class RefundPayoutStore(DatabaseSession session)
{
    /// <summary>The refund with this number; null where there is none.</summary>
    public async Task<RefundRecord?> FindByNumberAsync(string refundNumber, CancellationToken cancellationToken) =>
        (await session.FindAsync<RefundRow>(
            StatementName.RefundFindByNumber,
            new { RefundNumber = SqlText.Ansi(refundNumber, ColumnLength.RecordNumber) },
            cancellationToken).ConfigureAwait(false))?.ToRecord();

    /// <summary>The refunds of an appeal, the oldest first.</summary>
    /// <param name="appealId">Key of the appeal.</param>
    /// <param name="includePaid">Also those that were paid out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public Task<IReadOnlyList<RefundRecord>> ListByAppealAsync(
        long appealId, bool includePaid, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ListAsync(
            StatementName.RefundListByAppeal,
            new { AppealId = appealId, IncludePaid = includePaid, Limit = limit },
            cancellationToken);
    }

    /// <summary>The refunds that are due to a person or were paid out to him, the oldest first.</summary>
    /// <param name="recipient">The person.</param>
    /// <param name="includePaid">Also those that were paid out.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up before the statement starts.</param>
    public Task<IReadOnlyList<RefundRecord>> ListByRecipientAsync(
        NationalId recipient, bool includePaid, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return ListAsync(
            StatementName.RefundListByRecipient,
            new { NationalId = Parameter(recipient), IncludePaid = includePaid, Limit = limit },
            cancellationToken);
    }

    /// <summary>Sum of what is due of an appeal.</summary>
    public Task<Money> DueOfAppealAsync(long appealId, CancellationToken cancellationToken) =>
        session.GetAsync<Money>(
            StatementName.RefundDueTotalByAppeal, new { AppealId = appealId }, cancellationToken);

    /// <summary>Sum of what is due to a person.</summary>
    public Task<Money> DueToAsync(NationalId recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return session.GetAsync<Money>(
            StatementName.RefundDueTotalByRecipient, new { NationalId = Parameter(recipient) }, cancellationToken);
    }

    /// <summary>Records that a refund was paid out.</summary>
    /// <exception cref="RowChangedException">It was paid out meanwhile; from the transaction.</exception>
    public async Task PayAsync(long refundId, RefundPayout payout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(payout);
        var changed = await session.ExecuteAsync(
            StatementName.RefundPay,
            new
            {
                Id = refundId,
                Caller = SqlText.Ansi(payout.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(payout.RequestId, ColumnLength.RequestId),
                BranchCode = SqlText.Ansi(payout.BranchCode, ColumnLength.BranchCode),
                CounterCode = SqlText.Ansi(payout.CounterCode, ColumnLength.CounterCode),
                TellerCode = SqlText.Ansi(payout.TellerCode, ColumnLength.TellerCode),
                BusinessDate = new DbDate(payout.BusinessDate),
                PayTime = new DbTime(payout.PayTime),
            },
            cancellationToken).ConfigureAwait(false);
        if (changed != 1)
            throw new RowChangedException();
    }

    private static DbString Parameter(NationalId recipient) => SqlText.Ansi(recipient.Value, ColumnLength.NationalId);

    private async Task<IReadOnlyList<RefundRecord>> ListAsync(
        string statement, object parameters, CancellationToken cancellationToken)
    {
        var rows = await session.ListAsync<RefundRow>(statement, parameters, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRecord())];
    }
}
