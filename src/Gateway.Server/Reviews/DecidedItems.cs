using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Settlements;
using Google.Rpc;
using AppealDecision = Gateway.Domain.AppealDecision;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.Server.Reviews;

/// <summary>A fine of an appeal with its decision.</summary>
/// <param name="Item">The item.</param>
/// <param name="Fine">The fine as it stands.</param>
/// <param name="Order">What is decided.</param>
internal sealed record DecidedItem(AppealItemRecord Item, FineRecord Fine, OrderDecision Order)
{
    /// <summary>What the decision makes of the fine.</summary>
    public DecidedFine Outcome { get; } = new AppealedFine(
        Fine.Amount, Fine.Fees, Item.Details.Payment?.Amount, Item.Refunded).Decide(Order.Decision, Order.NewAmount);
}

/// <summary>Holds a decision against the appeal and its fines as they stand: fines, status, amounts, in this
/// order.</summary>
internal static class DecidedItems
{
    /// <summary>The items of the appeal with their decisions, in the order of the appeal.</summary>
    /// <exception cref="RefusalException">
    /// INVALID_FIELDS where the decisions are not about exactly the fines of the appeal; FINE_CHANGED where a program of
    /// the prosecution took a fine out of the appeal; AMOUNT_MISMATCH.
    /// </exception>
    public static IReadOnlyList<DecidedItem> Match(
        DecisionOrder order, IReadOnlyList<AppealItemRecord> items, IReadOnlyList<FineRecord> fines)
    {
        CheckFines(order, items);
        var orders = order.Decisions.ToDictionary(decision => decision.FineNumber, StringComparer.Ordinal);
        var byId = fines.ToDictionary(fine => fine.Id);
        CheckStatus(items.Select(item => (byId[item.Details.FineId], orders[item.FineNumber])));
        CheckAmounts(order, fines.ToDictionary(fine => fine.FineNumber, StringComparer.Ordinal));
        return [.. items.Select(item =>
            new DecidedItem(item, byId[item.Details.FineId], orders[item.FineNumber]))];
    }

    private static void CheckFines(DecisionOrder order, IReadOnlyList<AppealItemRecord> items)
    {
        var errors = new FieldErrors();
        var known = items.Select(item => item.FineNumber).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < order.Decisions.Count; i++)
        {
            if (!known.Remove(order.Decisions[i].FineNumber))
                errors.Add($"decisions[{i}].fine_number", "is not a fine of the appeal");
        }

        foreach (var missing in known)
            errors.Add("decisions", $"has none for the fine {missing}");
        Requests.RequestFields.ThrowIfAny(errors);
    }

    // A fine that was cancelled beside the appeal can only be decided as cancelled.
    private static void CheckStatus(IEnumerable<(FineRecord Fine, OrderDecision Order)> pairs)
    {
        var others = pairs
            .Where(pair => pair.Fine.Status != FineStatus.UnderAppeal
                && !(pair.Fine.Status == FineStatus.Cancelled && pair.Order.Decision == AppealDecision.Cancelled))
            .Select(pair => FineStates.Violation(
                "FINE_STATUS", pair.Fine.FineNumber, $"It is {FineStates.NameOf(pair.Fine.Status)}."))
            .ToList();
        if (others.Count > 0)
            throw new Refusal(ErrorReason.FineChanged) { Preconditions = others }.ToException();
    }

    private static void CheckAmounts(DecisionOrder order, Dictionary<string, FineRecord> fines)
    {
        var faults = new List<BadRequest.Types.FieldViolation>();
        for (var i = 0; i < order.Decisions.Count; i++)
        {
            var amount = fines[order.Decisions[i].FineNumber].Amount;
            if (order.Decisions[i].NewAmount is { } reduced && reduced >= amount)
                faults.Add(new()
                {
                    Field = $"decisions[{i}].new_amount",
                    Description = $"The fine is {amount} EGP, its fees apart.",
                });
        }

        if (faults.Count > 0)
            throw new Refusal(ErrorReason.AmountMismatch) { Fields = faults }.ToException();
    }
}
