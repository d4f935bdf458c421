using Gateway.Contracts.V1;
using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>What a line of a list is about, in the words of the post.</summary>
internal static class KindCell
{
    private static readonly Dictionary<string, ReconciliationEntryKind> Kinds = new()
    {
        [""] = ReconciliationEntryKind.Settlement,
        [Normal("settlement")] = ReconciliationEntryKind.Settlement,
        [Normal("سداد")] = ReconciliationEntryKind.Settlement,
        [Normal("appeal-fee")] = ReconciliationEntryKind.AppealFee,
        [Normal("رسم تظلم")] = ReconciliationEntryKind.AppealFee,
        [Normal("refund")] = ReconciliationEntryKind.Refund,
        [Normal("استرداد")] = ReconciliationEntryKind.Refund,
    };

    /// <summary>Reads a kind, whatever its case, spaces and hyphens; a settlement where the cell is empty.</summary>
    /// <returns>What is wrong with it; null where it is right.</returns>
    public static string? Read(string cell, out ReconciliationEntryKind kind) =>
        Kinds.TryGetValue(Normal(cell), out kind)
            ? null
            : $"'{CellText.Shown(cell)}' is not a kind: write settlement, appeal-fee or refund";

    private static string Normal(string text) => ArabicText.Fold(text)
        .Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
