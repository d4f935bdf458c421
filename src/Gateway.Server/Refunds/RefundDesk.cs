using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Appeals;
using Gateway.Server.Errors;
using Gateway.Server.Receipts;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.TimeStamps;
using Google.Rpc;

namespace Gateway.Server.Refunds;

/// <summary>
/// Lists what goes back to citizens and pays it out: once, the whole of it, and to nobody else (laws 7 and 9).
/// Thread-safe.
/// </summary>
internal sealed class RefundDesk(
    IProsecutionDatabase database, RequestOnce once, MoneyGate money, BusinessCalendar calendar, TimeProvider time)
{
    // An answer of a counter is read by a person.
    private const int MostListed = 200;

    /// <summary>The refunds of an appeal or of a person, and what is due of them in all.</summary>
    /// <exception cref="RefusalException">APPEAL_UNKNOWN, PERSON_MISMATCH.</exception>
    public Task<ListRefundsResponse> ListAsync(RefundQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                var refunds = new RefundPayoutStore(session);
                if (question.Recipient is { } recipient)
                    return ToWire(
                        await refunds.ListByRecipientAsync(
                            recipient, question.IncludePaid, MostListed, cancellationToken),
                        await refunds.DueToAsync(recipient, cancellationToken));

                var appeal = await AppealAccess.FindAsync(session, question.Appeal!, cancellationToken);
                return ToWire(
                    await refunds.ListByAppealAsync(appeal.Id, question.IncludePaid, MostListed, cancellationToken),
                    await refunds.DueOfAppealAsync(appeal.Id, cancellationToken));
            },
            cancellationToken);

    /// <summary>Pays a refund out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, REFUND_UNKNOWN, PERSON_MISMATCH, REFUND_PAID,
    /// AMOUNT_MISMATCH, BUSINESS_DAY_CLOSED, TIME_NOT_PROVEN. Nothing is changed then.
    /// </exception>
    public Task<PayRefundResponse> PayAsync(PayoutOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            money.Pass();
            var refunds = new RefundPayoutStore(session);
            var due = await refunds.FindByNumberAsync(order.RefundNumber, cancellationToken)
                ?? throw new Refusal(ErrorReason.RefundUnknown).ToException();
            Check(order, due);

            // A refund that another call pays at this moment makes the statement change nothing; then all begins anew.
            var now = Milliseconds.Of(time.GetUtcNow());
            var payout = Payout(order, now, calendar.BusinessDate(now));
            await OpenBusinessDay.HoldAsync(session, payout.BusinessDate, cancellationToken);
            await refunds.PayAsync(due.Id, payout, cancellationToken);

            var paid = due with { Payout = payout };
            return new PayRefundResponse
            {
                Refund = RefundMapping.ToWire(paid),
                Receipt = RefundReceipts.Of(paid, payout, calendar),
            };
        }, cancellationToken);

    // The person first: nobody else learns anything of a refund, not even whether it was paid.
    private static void Check(PayoutOrder order, RefundRecord due)
    {
        if (due.RecipientNationalId != order.Recipient)
            throw new Refusal(ErrorReason.PersonMismatch).ToException();
        if (due.Payout is not null)
            throw new Refusal(ErrorReason.RefundPaid).ToException();
        if (due.Amount != order.Amount)
            throw new Refusal(ErrorReason.AmountMismatch)
            {
                Fields =
                [
                    new BadRequest.Types.FieldViolation
                    {
                        Field = "amount",
                        Description = $"The refund is {due.Amount} EGP, paid as a whole.",
                    },
                ],
            }.ToException();
    }

    private static Data.RefundPayout Payout(PayoutOrder order, DateTimeOffset now, DateOnly businessDate) => new()
    {
        Caller = order.Request.Caller,
        RequestId = order.Request.RequestId,
        BranchCode = order.Counter.BranchCode,
        CounterCode = order.Counter.CounterCode,
        TellerCode = order.Counter.TellerCode,
        BusinessDate = businessDate,
        PayTime = now,
    };

    private static ListRefundsResponse ToWire(IReadOnlyList<RefundRecord> refunds, Money due) => new()
    {
        Refunds = { refunds.Select(RefundMapping.ToWire) },
        DueTotal = due.ToWire(),
    };
}
