using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Clearances;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Gateway.Server.TimeStamps;

namespace Gateway.Server.Settlements;

/// <summary>
/// Takes settlements back: whole, once, within their business day (laws 5 and 9). Thread-safe.
/// </summary>
internal sealed class ReversalDesk(RequestOnce once, MoneyGate money, BusinessCalendar calendar, TimeProvider time)
{
    /// <summary>Carries the order out, or answers as it was answered before.</summary>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED, SETTLEMENT_UNKNOWN, SETTLEMENT_REVERSED,
    /// FINE_NOT_SETTLED, BUSINESS_DAY_CLOSED, SETTLEMENT_LEANED_ON, TIME_NOT_PROVEN; INVALID_FIELDS for a recovered
    /// sheet that is none of the settlement's. Nothing is changed then.
    /// </exception>
    public Task<ReverseSettlementResponse> ReverseAsync(ReversalOrder order, CancellationToken cancellationToken) =>
        once.RunAsync(order.Request, async session =>
        {
            money.Pass();
            var settlements = new SettlementStore(session);
            var found = await settlements.FindByNumberAsync(order.SettlementNumber, cancellationToken);
            if (found is null || (order.OnlyBranch is { } branch && found.Details.BranchCode != branch))
                throw new Refusal(ErrorReason.SettlementUnknown).ToException();

            await new SubjectStore(session).LockAsync(found.Details.Subject, cancellationToken);
            var reversals = new ReversalStore(session);
            if (await reversals.FindAsync(found.Id, cancellationToken) is not null)
                throw new Refusal(ErrorReason.SettlementReversed).ToException();
            var fines = await HoldFinesAsync(session, found.Id, cancellationToken);
            var now = Milliseconds.Of(time.GetUtcNow());
            var day = await new BusinessDayStore(session).HoldAsync(found.Details.BusinessDate, cancellationToken);
            if (day.IsClosed || found.Details.BusinessDate != calendar.BusinessDate(now))
                throw new Refusal(ErrorReason.BusinessDayClosed).ToException();

            await LeaningCertificates.RevokeAsync(session, order, found, now, cancellationToken);
            await reversals.InsertAsync(found.Id, Reversal(order, now), cancellationToken);
            await new FineStore(session).ChangeStatusAsync(fines, Domain.FineStatus.Outstanding, cancellationToken);
            return new ReverseSettlementResponse
            {
                Settlement = await SettlementView.ReadAsync(session, found, calendar, cancellationToken),
            };
        }, cancellationToken);

    // Each fine is as the settlement left it: neither under appeal, nor cancelled or reduced by one.
    private static async Task<IReadOnlyCollection<FineRecord>> HoldFinesAsync(
        DatabaseSession session, long settlementId, CancellationToken cancellationToken)
    {
        var items = await new SettlementStore(session).ListItemsAsync(settlementId, cancellationToken);
        var fines = await new FineStore(session).HoldByNumbersAsync(
            [.. items.Select(item => item.FineNumber)], cancellationToken);
        var paid = items.ToDictionary(item => item.FineId, item => item.Amount);
        var others = fines
            .Where(fine => fine.Status != Domain.FineStatus.Settled || fine.Amount + fine.Fees != paid[fine.Id])
            .ToList();
        if (others.Count > 0)
            throw new Refusal(ErrorReason.FineNotSettled)
            {
                Preconditions = [.. others.Select(fine => FineStates.Violation(
                    "FINE_STATUS", fine.FineNumber,
                    $"It is {FineStates.NameOf(fine.Status)}, {fine.Amount + fine.Fees} EGP; {paid[fine.Id]} were paid."))],
            }.ToException();
        return fines;
    }

    private static ReversalRecord Reversal(ReversalOrder order, DateTimeOffset now) => new()
    {
        Caller = order.Request.Caller,
        RequestId = order.Request.RequestId,
        BranchCode = order.Counter?.BranchCode,
        CounterCode = order.Counter?.CounterCode,
        TellerCode = order.Counter?.TellerCode,
        Reason = order.Reason,
        Note = order.Note,
        ReverseTime = now,
    };
}
