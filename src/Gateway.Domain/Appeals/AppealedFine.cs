namespace Gateway.Domain;

/// <summary>A fine under appeal, for its decision (law 7).</summary>
/// <param name="Amount">The fine as it stands, its fees apart.</param>
/// <param name="Fees">Its fees.</param>
/// <param name="Paid">What was paid for it; null where it is unpaid.</param>
/// <param name="Refunded">What of that went or goes back by earlier appeals.</param>
public sealed record AppealedFine(Money Amount, Money Fees, Money? Paid, Money Refunded)
{
    /// <summary>The fine after a decision, and what of the payment goes back.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="newAmount">With <see cref="AppealDecision.Reduced"/>: the new amount, its fees apart.</param>
    public DecidedFine Decide(AppealDecision decision, Money? newAmount)
    {
        if (decision == AppealDecision.Cancelled)
            return new DecidedFine(FineStatus.Cancelled, Amount, BackFrom(Money.Zero));

        var amount = decision == AppealDecision.Reduced
            ? newAmount ?? throw new ArgumentNullException(nameof(newAmount))
            : Amount;
        return new DecidedFine(
            Paid is null ? FineStatus.Outstanding : FineStatus.Settled, amount, BackFrom(amount + Fees));
    }

    private Money BackFrom(Money due) =>
        Paid is { } paid && paid - Refunded > due ? paid - Refunded - due : Money.Zero;
}

/// <summary>A fine after the decision of its appeal.</summary>
/// <param name="Status">Its state.</param>
/// <param name="Amount">The fine, its fees apart.</param>
/// <param name="Refund">What goes back to the citizen, zero for nothing.</param>
public sealed record DecidedFine(FineStatus Status, Money Amount, Money Refund);
