using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Receipts;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.Settlements;
using Gateway.Server.TimeStamps;
using Google.Rpc;

namespace Gateway.Server.Appeals;

/// <summary>Takes appeals: all of their fines or none, each under one appeal at a time (law 7). Thread-safe.</summary>
internal sealed class AppealDesk(
    RequestOnce once, MoneyGate money, BusinessCalendar calendar, AppealOptions options, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, SUBJECT_UNKNOWN, FINE_UNKNOWN, NOTHING_OUTSTANDING,
    /// FINE_NOT_APPEALABLE, AMOUNT_MISMATCH, PAYMENT_REFERENCE_REUSED, BUSINESS_DAY_CLOSED,
    /// TIME_NOT_PROVEN. Nothing is changed then.
    /// </exception>
    public Task<SubmitAppealResponse> SubmitAsync(AppealOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            money.Pass();
            CheckFee(order.Fee);
            var subjects = new SubjectStore(session);
            var subject = await subjects.FindAsync(order.Subject, cancellationToken)
                ?? throw new Refusal(ErrorReason.SubjectUnknown).ToException();
            await subjects.LockAsync(subject.Key, cancellationToken);

            // Not before: the wait for the subject must not put the fee into yesterday's book.
            var now = Milliseconds.Of(time.GetUtcNow());
            var fines = await AppealableFines.HoldAsync(session, order, subject.Key, cancellationToken);
            var payments = await new SettlementStore(session).ListPaidAsync(
                [.. fines.Select(fine => fine.Id)], cancellationToken);
            var items = AppealableFines.Match(order, fines, payments);
            CheckFeeAmount(order.Fee);
            var businessDate = calendar.BusinessDate(now);
            await CheckFeePaymentAsync(session, order.Fee, businessDate, cancellationToken);

            var appeals = new AppealStore(session);
            var number = await NewRecordNumber.DrawAsync(
                businessDate, drawn => appeals.NumberExistsAsync(drawn, cancellationToken));
            var details = Appeal(order, subject.Key, number, now, businessDate);
            var id = await appeals.InsertAsync(details, cancellationToken);
            await appeals.InsertItemsAsync(id, items, cancellationToken);
            await new FineStore(session).ChangeStatusAsync(fines, Domain.FineStatus.UnderAppeal, cancellationToken);

            var appeal = new AppealRecord(id, details, Domain.AppealStage.Submitted, Result: null);
            return new SubmitAppealResponse
            {
                Appeal = await AppealView.ReadAsync(session, appeal, showActors: false, cancellationToken),
                Receipt = AppealReceipts.Of(
                    appeal.Details, subject.Subject, await appeals.ListItemsAsync(id, cancellationToken), calendar),
            };
        }, cancellationToken);

    private NewAppeal Appeal(
        AppealOrder order, SubjectKey subject, string number, DateTimeOffset now, DateOnly businessDate) => new()
        {
            AppealNumber = number,
            Caller = order.Request.Caller,
            RequestId = order.Request.RequestId,
            BranchCode = order.Counter.BranchCode,
            CounterCode = order.Counter.CounterCode,
            TellerCode = order.Counter.TellerCode,
            Subject = subject,
            IsWhole = order.Whole is not null,
            AppellantName = order.Appellant.FullName,
            AppellantNationalId = order.Appellant.NationalId,
            MobileNumber = order.Appellant.MobileNumber,
            SmsLanguage = order.Appellant.Language,
            FeeAmount = order.Fee?.Amount ?? Money.Zero,
            FeePaymentMethod = order.Fee?.Method,
            FeePaymentReference = order.Fee?.Reference is { Length: > 0 } reference ? reference : null,
            FeeCollectTime = order.Fee?.CollectTime,
            BusinessDate = businessDate,
            SubmitTime = now,
            DueTime = now + options.DecisionTime,
        };

    // Looked at only once it is known that the request was not answered before, as with every payment.
    private void CheckFee(OrderPayment? fee)
    {
        var errors = new FieldErrors();
        if (fee is null && options.FeeAmount > Money.Zero)
            errors.Add("fee_payment", $"is required: an appeal costs {options.FeeAmount} EGP");
        if (fee is not null && options.FeeAmount == Money.Zero)
            errors.Add("fee_payment", "must be absent: an appeal costs nothing");
        errors.ThrowIfAny();
        if (fee is not null)
            PaymentFields.CheckCollectTime(fee, time.GetUtcNow(), "fee_payment");
    }

    private void CheckFeeAmount(OrderPayment? fee)
    {
        if (fee is not null && fee.Amount != options.FeeAmount)
            throw new Refusal(ErrorReason.AmountMismatch)
            {
                Fields =
                [
                    new BadRequest.Types.FieldViolation
                    {
                        Field = "fee_payment.amount",
                        Description = $"An appeal costs {options.FeeAmount} EGP.",
                    },
                ],
            }.ToException();
    }

    private static async Task CheckFeePaymentAsync(
        DatabaseSession session, OrderPayment? fee, DateOnly businessDate, CancellationToken cancellationToken)
    {
        if (fee is null)
            return;
        if (fee.Method != Domain.PaymentMethod.Cash && await new AppealStore(session)
                .FeeReferenceExistsAsync(fee.Method, fee.Reference, cancellationToken))
            throw new Refusal(ErrorReason.PaymentReferenceReused).ToException();
        await OpenBusinessDay.HoldAsync(session, businessDate, cancellationToken);
    }
}
