namespace Gateway.Data;

/// <summary>Reversals of settlements. Lives as long as its session; not thread-safe.</summary>
public sealed class ReversalStore(DatabaseSession session)
{
    /// <summary>How this settlement was taken back; null while it stands.</summary>
    public async Task<ReversalRecord?> FindAsync(long settlementId, CancellationToken cancellationToken)
    {
        var row = await session.FindAsync<ReversalRow>(
            StatementName.SettlementReversalFind, new { SettlementId = settlementId }, cancellationToken)
            .ConfigureAwait(false);
        return row?.ToRecord();
    }

    /// <summary>Records that a settlement is taken back, and lets go of its fines.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: it was taken back before, or the request id is in
    /// use.</exception>
    public async Task InsertAsync(long settlementId, ReversalRecord reversal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reversal);
        await session.ExecuteAsync(
            StatementName.SettlementReversalInsert,
            new
            {
                SettlementId = settlementId,
                Caller = SqlText.Ansi(reversal.Caller, ColumnLength.Caller),
                RequestId = SqlText.Ansi(reversal.RequestId, ColumnLength.RequestId),
                BranchCode = SqlText.Ansi(reversal.BranchCode, ColumnLength.BranchCode),
                CounterCode = SqlText.Ansi(reversal.CounterCode, ColumnLength.CounterCode),
                TellerCode = SqlText.Ansi(reversal.TellerCode, ColumnLength.TellerCode),
                Reason = (int)reversal.Reason,
                Note = SqlText.Unicode(reversal.Note, ColumnLength.Note),
                ReverseTime = new DbTime(reversal.ReverseTime),
            },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            StatementName.SettlementItemDeactivate, new { SettlementId = settlementId }, cancellationToken)
            .ConfigureAwait(false);
    }
}
