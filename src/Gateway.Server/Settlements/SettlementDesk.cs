using System.Security.Cryptography;
using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Protobuf;

namespace Gateway.Server.Settlements;

/// <summary>Settles fines: all or none, each once, the same request once (laws 1 to 4 and 9). Thread-safe.</summary>
internal sealed class SettlementDesk(IProsecutionDatabase database, BusinessCalendar calendar, TimeProvider time)
{
    private const string Method = "/traffic.gateway.v1.SettlementService/SettleFines";

    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, SUBJECT_UNKNOWN, FINE_UNKNOWN, FINE_NOT_OUTSTANDING, FINE_CHANGED, AMOUNT_MISMATCH,
    /// PAYMENT_REFERENCE_REUSED, BUSINESS_DAY_CLOSED. Nothing is changed then.
    /// </exception>
    public Task<SettleFinesResponse> SettleAsync(SettlementOrder order, CancellationToken cancellationToken) =>
        database.WriteAsync(async session =>
        {
            var digest = SHA256.HashData(order.Request);
            var calls = new CallResultStore(session);
            if (await calls.FindAsync(order.Caller, order.RequestId, cancellationToken) is { } earlier)
                return Replay(earlier, digest);

            var now = Milliseconds.Of(time.GetUtcNow());
            PaymentFields.CheckCollectTime(order.Payment, now);
            var subject = await new SubjectStore(session).FindAsync(order.Subject, cancellationToken)
                ?? throw new Refusal(ErrorReason.SubjectUnknown).ToException();
            await new SubjectStore(session).LockAsync(subject.Key, cancellationToken);

            var businessDate = calendar.BusinessDate(now);
            var fines = await new FineStore(session)
                .ListByNumbersAsync([.. order.Items.Select(item => item.FineNumber)], cancellationToken);
            var quoted = QuotedFines.Match(order, subject.Key, fines);
            await CheckPaymentAsync(session, order, businessDate, cancellationToken);

            var settlement = new NewSettlement
            {
                SettlementNumber = await NumberAsync(session, businessDate, cancellationToken),
                Caller = order.Caller,
                RequestId = order.RequestId,
                Subject = subject.Key,
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
            var settlements = new SettlementStore(session);
            var id = await settlements.InsertAsync(settlement, cancellationToken);
            await settlements.InsertItemsAsync(
                id, [.. quoted.Select(
                    fine => new NewSettlementItem(fine.Id, fine.AmountDue))], cancellationToken);
            await new FineStore(session).SetStatusAsync(
                [.. quoted.Select(fine => fine.Id)], Domain.FineStatus.Settled, cancellationToken);

            var response = new SettleFinesResponse
            {
                Settlement = SettlementMapping.ToWire(
                    settlement, subject.Subject, await settlements.ListItemsAsync(id, cancellationToken), calendar),
            };
            await calls.InsertAsync(
                new CallResult
                {
                    Caller = order.Caller,
                    RequestId = order.RequestId,
                    Method = Method,
                    RequestSha256 = digest,
                    Request = order.Request,
                    Response = response.ToByteArray(),
                    CallId = order.CallId,
                    CreateTime = now,
                },
                cancellationToken);
            return response;
        }, cancellationToken);

    /// <summary>A settlement by its number or by the request that made it.</summary>
    /// <exception cref="RefusalException">SETTLEMENT_UNKNOWN, also for one that the caller may not see.</exception>
    public Task<Settlement> FindAsync(SettlementQuestion question, CancellationToken cancellationToken) =>
        database.ReadAsync(async session =>
        {
            var settlements = new SettlementStore(session);
            var found = question.SettlementNumber.Length > 0
                ? await settlements.FindByNumberAsync(question.SettlementNumber, cancellationToken)
                : await settlements.FindByRequestAsync(question.Caller, question.RequestId, cancellationToken);
            if (found is null || (question.OnlyBranch is { } branch && found.Details.BranchCode != branch))
                throw new Refusal(ErrorReason.SettlementUnknown).ToException();

            var subject = await new SubjectStore(session).FindAsync(found.Details.Subject, cancellationToken)
                ?? throw new InvalidOperationException("A settlement without a subject.");
            var items = await settlements.ListItemsAsync(found.Id, cancellationToken);
            return SettlementMapping.ToWire(found.Details, subject.Subject, items, calendar);
        }, cancellationToken);

    private static SettleFinesResponse Replay(CallResult earlier, byte[] digest) =>
        earlier.Method == Method && earlier.RequestSha256.Span.SequenceEqual(digest)
            ? SettleFinesResponse.Parser.ParseFrom(earlier.Response.Span)
            : throw new Refusal(ErrorReason.RequestIdReused).ToException();

    private static async Task CheckPaymentAsync(
        DatabaseSession session, SettlementOrder order, DateOnly businessDate, CancellationToken cancellationToken)
    {
        if (order.Payment.Method != Domain.PaymentMethod.Cash && await new SettlementStore(session)
                .PaymentReferenceExistsAsync(order.Payment.Method, order.Payment.Reference, cancellationToken))
            throw new Refusal(ErrorReason.PaymentReferenceReused).ToException();
        if (await new BusinessDayStore(session).IsClosedAsync(businessDate, cancellationToken))
            throw new Refusal(ErrorReason.BusinessDayClosed).ToException();
    }

    private static async Task<string> NumberAsync(
        DatabaseSession session, DateOnly businessDate, CancellationToken cancellationToken)
    {
        while (true)
        {
            var number = SettlementNumber.Create(businessDate, RandomNumberGenerator.GetInt32);
            if (!await new SettlementStore(session).NumberExistsAsync(number, cancellationToken))
                return number;
        }
    }
}
