using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.TimeStamps;

namespace Gateway.Server.Settlements;

/// <summary>Settles fines: all or none, each once, the same request once (laws 1 to 4 and 9). Thread-safe.</summary>
internal sealed class SettlementDesk(RequestOnce once, MoneyGate money, BusinessCalendar calendar, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, SUBJECT_UNKNOWN, FINE_UNKNOWN, FINE_NOT_OUTSTANDING,
    /// FINE_CHANGED, AMOUNT_MISMATCH, PAYMENT_REFERENCE_REUSED, BUSINESS_DAY_CLOSED, TIME_NOT_PROVEN,
    /// SETTLEMENT_OVER_CEILING.
    /// Nothing is changed then.
    /// </exception>
    public Task<SettleFinesResponse> SettleAsync(SettlementOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            money.Pass();
            CheckCeiling(order);
            PaymentFields.CheckCollectTime(order.Payment, time.GetUtcNow());
            var subjects = new SubjectStore(session);
            var subject = await subjects.FindAsync(order.Subject, cancellationToken)
                ?? throw new Refusal(ErrorReason.SubjectUnknown).ToException();
            await subjects.LockAsync(subject.Key, cancellationToken);

            // Not before: the wait for the subject must not put the settlement into yesterday's book.
            var now = Milliseconds.Of(time.GetUtcNow());
            var fines = new FineStore(session);
            var stored = await fines.HoldByNumbersAsync(
                [.. order.Items.Select(item => item.FineNumber)], cancellationToken);
            var quoted = QuotedFines.Match(order, subject.Key, stored);
            var businessDate = calendar.BusinessDate(now);
            await CheckPaymentAsync(session, order, businessDate, cancellationToken);

            var settlements = new SettlementStore(session);
            var settlement = Settlement(
                order, subject.Key, now, businessDate, await NewRecordNumber.DrawAsync(
                    businessDate, drawn => settlements.NumberExistsAsync(drawn, cancellationToken)));
            var id = await settlements.InsertAsync(settlement, cancellationToken);
            await settlements.InsertItemsAsync(
                id, [.. quoted.Select(fine => new NewSettlementItem(fine.Id, fine.AmountDue))], cancellationToken);
            await fines.ChangeStatusAsync(quoted, Domain.FineStatus.Settled, cancellationToken);
            return new SettleFinesResponse
            {
                Settlement = SettlementMapping.ToWire(
                    settlement, subject.Subject, await settlements.ListItemsAsync(id, cancellationToken), calendar),
            };
        }, cancellationToken);

    private static void CheckCeiling(SettlementOrder order)
    {
        if (order.Ceiling is { } ceiling && order.Payment.Amount > ceiling)
        {
            throw new Refusal(ErrorReason.SettlementOverCeiling)
            {
                Metadata = new Dictionary<string, string> { ["ceiling"] = ceiling.ToString() },
            }.ToException();
        }
    }

    private static NewSettlement Settlement(
        SettlementOrder order, SubjectKey subject, DateTimeOffset now, DateOnly businessDate, string number) => new()
        {
            SettlementNumber = number,
            Caller = order.Request.Caller,
            RequestId = order.Request.RequestId,
            Subject = subject,
            BranchCode = order.Counter.BranchCode,
            CounterCode = order.Counter.CounterCode,
            TellerCode = order.Counter.TellerCode,
            Total = order.Payment.Amount,
            PaymentMethod = order.Payment.Method,
            PaymentReference = order.Payment.Reference.Length > 0 ? order.Payment.Reference : null,
            CollectTime = order.Payment.CollectTime,
            PayerName = order.Payer?.FullName,
            PayerNationalId = order.Payer?.NationalId,
            PayerMobileNumber = order.Payer?.MobileNumber,
            BusinessDate = businessDate,
            SettleTime = now,
        };

    private static async Task CheckPaymentAsync(
        DatabaseSession session, SettlementOrder order, DateOnly businessDate, CancellationToken cancellationToken)
    {
        if (order.Payment.Method != Domain.PaymentMethod.Cash && await new SettlementStore(session)
                .PaymentReferenceExistsAsync(order.Payment.Method, order.Payment.Reference, cancellationToken))
            throw new Refusal(ErrorReason.PaymentReferenceReused).ToException();
        await OpenBusinessDay.HoldAsync(session, businessDate, cancellationToken);
    }
}
