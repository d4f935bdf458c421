using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Google.Rpc;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.Server.Settlements;

/// <summary>
/// Holds an order against the fines as they stand: existence, status, etag, amounts, in this order (laws 2 and 4).
/// </summary>
internal static class QuotedFines
{
    /// <summary>The fines of the order, in its order.</summary>
    /// <exception cref="RefusalException">
    /// FINE_UNKNOWN, FINE_NOT_OUTSTANDING, FINE_CHANGED, AMOUNT_MISMATCH; it names every fine concerned.
    /// </exception>
    public static List<FineRecord> Match(
        SettlementOrder order, SubjectKey subject, IReadOnlyList<FineRecord> stored)
    {
        var byNumber = stored.Where(
            fine => fine.Subject == subject).ToDictionary(fine => fine.FineNumber, StringComparer.Ordinal);
        Refuse(ErrorReason.FineUnknown, order.Items
            .Where(item => !byNumber.ContainsKey(item.FineNumber))
            .Select(item => FineStates.Violation("FINE_UNKNOWN", item.FineNumber, "The subject has no such fine.")));

        var pairs = order.Items.Select(item => (Item: item, Fine: byNumber[item.FineNumber])).ToList();
        Refuse(ErrorReason.FineNotOutstanding, pairs
            .Where(pair => pair.Fine.Status != FineStatus.Outstanding)
            .Select(pair => FineStates.Violation("FINE_STATUS", pair.Fine.FineNumber, $"It is {FineStates.NameOf(pair.Fine.Status)}.")));
        Refuse(ErrorReason.FineChanged, pairs
            .Where(pair => pair.Item.Etag != pair.Fine.Etag)
            .Select(pair => FineStates.Violation("FINE_ETAG", pair.Fine.FineNumber,
                $"Now etag {pair.Fine.Etag}, {FineStates.NameOf(pair.Fine.Status)}, amount due {pair.Fine.AmountDue} EGP.")));
        RefuseWrongSum(order, pairs);
        return [.. pairs.Select(pair => pair.Fine)];
    }

    private static void RefuseWrongSum(SettlementOrder order, List<(OrderItem Item, FineRecord Fine)> pairs)
    {
        var faults = new List<BadRequest.Types.FieldViolation>();
        for (var i = 0; i < pairs.Count; i++)
        {
            var due = pairs[i].Fine.AmountDue;
            if (pairs[i].Item.Amount != due)
                faults.Add(new() { Field = $"items[{i}].amount", Description = $"The amount due is {due} EGP." });
        }

        var sum = faults.Count == 0 ? Money.Sum(order.Items.Select(item => item.Amount)) : Money.Zero;
        if (faults.Count == 0 && order.Payment.Amount != sum)
            faults.Add(new() { Field = "payment.amount", Description = $"The items add up to {sum} EGP." });
        if (faults.Count > 0)
            throw new Refusal(ErrorReason.AmountMismatch) { Fields = faults }.ToException();
    }

    private static void Refuse(ErrorReason reason, IEnumerable<PreconditionFailure.Types.Violation> violations)
    {
        var all = violations.ToList();
        if (all.Count > 0)
            throw new Refusal(reason) { Preconditions = all }.ToException();
    }
}
