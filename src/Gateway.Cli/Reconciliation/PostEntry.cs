using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>A line of the post's list.</summary>
/// <param name="SettlementNumber">Number of the settlement.</param>
/// <param name="Amount">What the post took for it.</param>
internal readonly record struct PostEntry(string SettlementNumber, Money Amount);
