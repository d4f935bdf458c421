using Gateway.Domain;

namespace Gateway.Cli.Reconciliation;

/// <summary>Where in a line the columns stand that are read. Others are left alone.</summary>
/// <param name="Number">Index of the settlement number, or of what the kind says.</param>
/// <param name="Amount">Index of the amount.</param>
/// <param name="Kind">Index of the kind; null where the list has settlements only.</param>
internal readonly record struct PostListColumns(int Number, int Amount, int? Kind)
{
    private static readonly HashSet<string> NumberNames = Names("settlement_number", "رقم السداد", "رقم عملية السداد");
    private static readonly HashSet<string> AmountNames = Names("amount", "المبلغ");
    private static readonly HashSet<string> KindNames = Names("kind", "نوع العملية");

    /// <summary>Finds the columns by their names, in English or Arabic, whatever their case and spaces.</summary>
    /// <returns>Null where one is missing or there twice; the fault is noted.</returns>
    public static PostListColumns? Find(IReadOnlyList<string> headers, LineFaults faults)
    {
        var number = Find(headers, NumberNames, "settlement_number or رقم السداد", faults);
        var amount = Find(headers, AmountNames, "amount or المبلغ", faults);
        var kinds = Indexes(headers, KindNames);
        if (kinds.Count > 1)
            faults.Add(1, "more than one column is called kind or نوع العملية");
        return number is { } n && amount is { } a && kinds.Count <= 1
            ? new PostListColumns(n, a, kinds.Count == 1 ? kinds[0] : null)
            : null;
    }

    private static int? Find(IReadOnlyList<string> headers, HashSet<string> names, string called, LineFaults faults)
    {
        var found = Indexes(headers, names);
        if (found is [var index])
            return index;

        faults.Add(1, found.Count == 0
            ? $"no column is called {called}; found: {CellText.Shown(string.Join(", ", headers))}. "
                + "Where names are unreadable, save as 'CSV UTF-8'"
            : $"more than one column is called {called}");
        return null;
    }

    private static List<int> Indexes(IReadOnlyList<string> headers, HashSet<string> names) =>
        [.. Enumerable.Range(0, headers.Count).Where(i => names.Contains(Normal(headers[i])))];

    private static HashSet<string> Names(params IEnumerable<string> names) => [.. names.Select(Normal)];

    private static string Normal(string name) =>
        ArabicText.Fold(name).Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
