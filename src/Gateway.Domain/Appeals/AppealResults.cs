namespace Gateway.Domain;

/// <summary>How an appeal ended, seen over all of its fines.</summary>
public static class AppealResults
{
    /// <summary>
    /// Accepted where each fine was cancelled or reduced by what was contested, rejected where each was upheld, else
    /// partially accepted.
    /// </summary>
    /// <param name="items">The decision of each fine, its amount, what of it was contested, and its new amount.</param>
    public static AppealResult Of(
        IReadOnlyCollection<(AppealDecision Decision, Money Amount, Money Contested, Money? NewAmount)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.All(item => item.Decision == AppealDecision.Upheld))
            return AppealResult.Rejected;
        return items.All(item => item.Decision == AppealDecision.Cancelled
            || (item.NewAmount is { } amount && amount + item.Contested <= item.Amount))
            ? AppealResult.Accepted
            : AppealResult.PartiallyAccepted;
    }
}
