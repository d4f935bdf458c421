using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Requests;

namespace Gateway.Server.Reviews;

/// <summary>What goes back to the citizen after a decision (law 7).</summary>
internal sealed class DueRefunds(DatabaseSession session, BusinessCalendar calendar)
{
    /// <summary>
    /// Records the refunds: for each paid fine what it is less now, and the fee once where a fine had been wrongly
    /// recorded.
    /// </summary>
    public async Task InsertAsync(
        AppealRecord appeal,
        IReadOnlyCollection<DecidedItem> items,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var refunds = new RefundStore(session);
        foreach (var item in items.Where(item => item.Outcome.Refund > Money.Zero))
            await refunds.InsertAsync(
                await RefundAsync(appeal, RefundKind.Fine, item.Outcome.Refund, now, cancellationToken) with
                {
                    FineId = item.Fine.Id,
                    SettlementId = item.Item.Details.Payment!.SettlementId,
                },
                cancellationToken);
        if (appeal.Details.FeeAmount > Money.Zero && items.Any(item => item.Order.IsWronglyRecorded))
            await refunds.InsertAsync(
                await RefundAsync(appeal, RefundKind.AppealFee, appeal.Details.FeeAmount, now, cancellationToken),
                cancellationToken);
    }

    private async Task<NewRefund> RefundAsync(
        AppealRecord appeal, RefundKind kind, Money amount, DateTimeOffset now, CancellationToken cancellationToken) =>
        new()
        {
            RefundNumber = await NewRecordNumber.DrawAsync(
                calendar.BusinessDate(now),
                drawn => new RefundStore(session).NumberExistsAsync(drawn, cancellationToken)),
            Kind = kind,
            AppealId = appeal.Id,
            Amount = amount,
            RecipientName = appeal.Details.AppellantName,
            RecipientNationalId = appeal.Details.AppellantNationalId,
            DueTime = now,
        };
}
