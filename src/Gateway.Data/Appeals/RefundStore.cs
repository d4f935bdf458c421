namespace Gateway.Data;

/// <summary>Refunds as they become due. Lives as long as its session; not thread-safe.</summary>
public sealed class RefundStore(DatabaseSession session)
{
    /// <summary>Records a refund that is due.</summary>
    /// <exception cref="DuplicateRowException">From the transaction: its number is in use, or the appeal has this
    /// refund already.</exception>
    public Task InsertAsync(NewRefund refund, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refund);
        return session.ExecuteAsync(
            StatementName.RefundInsert,
            new
            {
                RefundNumber = SqlText.Ansi(refund.RefundNumber, ColumnLength.RecordNumber),
                Kind = (int)refund.Kind,
                refund.AppealId,
                refund.FineId,
                refund.SettlementId,
                refund.Amount,
                RecipientName = SqlText.Unicode(refund.RecipientName.Value, ColumnLength.PersonName),
                RecipientNationalId = SqlText.Ansi(refund.RecipientNationalId.Value, ColumnLength.NationalId),
                DueTime = new DbTime(refund.DueTime),
            },
            cancellationToken);
    }

    /// <summary>Whether a refund has this number.</summary>
    public async Task<bool> NumberExistsAsync(string refundNumber, CancellationToken cancellationToken) =>
        await session.GetAsync<long>(
            StatementName.RefundNumberExists,
            new { RefundNumber = SqlText.Ansi(refundNumber, ColumnLength.RecordNumber) },
            cancellationToken).ConfigureAwait(false) > 0;
}
