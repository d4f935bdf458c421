using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Settlements;
using Google.Rpc;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.Server.Appeals;

/// <summary>
/// Holds an appeal against the fines as they stand: existence, status, amounts, in this order (law 7).
/// </summary>
internal static class AppealableFines
{
    private const int PageSize = 500;

    /// <summary>The fines that the order is about, held until the transaction ends, in its order.</summary>
    /// <exception cref="RefusalException">FINE_UNKNOWN, NOTHING_OUTSTANDING.</exception>
    public static async Task<IReadOnlyList<FineRecord>> HoldAsync(
        DatabaseSession session, AppealOrder order, SubjectKey subject, CancellationToken cancellationToken)
    {
        var fines = new FineStore(session);
        if (order.Whole is not null)
        {
            var outstanding = await ListOutstandingAsync(fines, subject, cancellationToken);
            var held = await fines.HoldByNumbersAsync(outstanding, cancellationToken);
            return held.Count > 0 ? held : throw new Refusal(ErrorReason.NothingOutstanding).ToException();
        }

        var stored = await fines.HoldByNumbersAsync(
            [.. order.Items.Select(item => item.FineNumber)], cancellationToken);
        var byNumber = stored.Where(fine => fine.Subject == subject)
            .ToDictionary(fine => fine.FineNumber, StringComparer.Ordinal);
        Refuse(ErrorReason.FineUnknown, order.Items
            .Where(item => !byNumber.ContainsKey(item.FineNumber))
            .Select(item => FineStates.Violation("FINE_UNKNOWN", item.FineNumber, "The subject has no such fine.")));
        return [.. order.Items.Select(item => byNumber[item.FineNumber])];
    }

    /// <summary>The items of the appeal.</summary>
    /// <param name="order">The order.</param>
    /// <param name="fines">Its fines, in its order.</param>
    /// <param name="payments">How each fine stands paid.</param>
    /// <exception cref="RefusalException">FINE_NOT_APPEALABLE, AMOUNT_MISMATCH; it names every fine
    /// concerned.</exception>
    public static IReadOnlyList<NewAppealItem> Match(
        AppealOrder order, IReadOnlyList<FineRecord> fines, IReadOnlyDictionary<long, FinePayment> payments)
    {
        Refuse(ErrorReason.FineNotAppealable, fines
            .Where(fine => fine.Status is FineStatus.UnderAppeal or FineStatus.Cancelled)
            .Select(fine => FineStates.Violation(
                "FINE_STATUS", fine.FineNumber, $"It is {FineStates.NameOf(fine.Status)}.")));
        Refuse(ErrorReason.FineNotAppealable, fines
            .Where(fine => fine.Status == FineStatus.Settled && !payments.ContainsKey(fine.Id))
            .Select(fine => FineStates.Violation(
                "FINE_STATUS", fine.FineNumber, "It is SETTLED, but was not paid at a post office.")));

        var faults = new List<BadRequest.Types.FieldViolation>();
        for (var i = 0; i < order.Items.Count; i++)
        {
            if (order.Items[i].ContestedAmount is { } contested && contested > fines[i].Amount)
                faults.Add(new()
                {
                    Field = $"partial.items[{i}].contested_amount",
                    Description = $"The fine is {fines[i].Amount} EGP, its fees apart.",
                });
        }

        if (faults.Count > 0)
            throw new Refusal(ErrorReason.AmountMismatch) { Fields = faults }.ToException();
        return [.. fines.Select((fine, i) => Item(order, i, fine, payments))];
    }

    private static NewAppealItem Item(
        AppealOrder order, int index, FineRecord fine, IReadOnlyDictionary<long, FinePayment> payments)
    {
        var item = order.Whole is null ? order.Items[index] : null;
        var claim = order.Whole ?? item!.Claim;
        var payment = fine.Status == FineStatus.Settled ? payments[fine.Id] : null;
        return new NewAppealItem(
            fine.Id, payment, claim.Ground, claim.Statement, fine.Amount, fine.Fees,
            item?.ContestedAmount ?? fine.Amount);
    }

    private static async Task<List<string>> ListOutstandingAsync(
        FineStore fines, SubjectKey subject, CancellationToken cancellationToken)
    {
        var numbers = new List<string>();
        FineCursor? after = null;
        while (true)
        {
            var page = await fines.ListBySubjectAsync(
                subject, includeClosed: false, after, PageSize, cancellationToken);
            numbers.AddRange(page
                .Where(fine => fine.Status == FineStatus.Outstanding)
                .Select(fine => fine.FineNumber));
            if (page.Count < PageSize)
                return numbers;
            after = page[^1].Cursor;
        }
    }

    private static void Refuse(ErrorReason reason, IEnumerable<PreconditionFailure.Types.Violation> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0)
            throw new Refusal(reason) { Preconditions = all }.ToException();
    }
}
