using System.Text.RegularExpressions;
using CsvHelper;
using Gateway.Contracts.V1;
using Google.Type;

namespace Gateway.Cli.Reconciliation;

/// <summary>The line of a list that a reader stands on.</summary>
internal sealed class PostListLine(CsvReader csv, PostListColumns columns)
{
    private readonly bool _hasDecimalComma = csv.Separator != ',';

    // What a reader of CSV calls malformed is fine where it is only ="…" that Excel understands.
    private readonly Regex _wellQuoted = WellQuoted(csv.Separator);

    /// <summary>Whether all cells are empty, as Excel leaves them below a table.</summary>
    public bool IsBlank => Enumerable.Range(0, csv.FieldCount).All(i => csv.GetSpan(i).IsEmpty);

    /// <summary>Reads the line.</summary>
    /// <param name="isMalformed">Whether the reader found a quote where none may stand.</param>
    /// <param name="entry">What it says, where it is right.</param>
    /// <returns>What is wrong with it; null where it is right.</returns>
    public string? Read(bool isMalformed, out ReconciliationEntry entry)
    {
        entry = new ReconciliationEntry();
        if (isMalformed && !_wellQuoted.IsMatch(csv.Current.ToString()))
            return "a quote is missing or stands where none may";
        // 1,250.50 without quotes would be taken for 1.
        if (csv.FieldCount > csv.Headers.Count)
            return "the line has more values than the heading; an amount with a thousands' comma needs quotes";

        var numberFault = NumberCell.Read(csv.GetString(columns.Number), out var number);
        var amountFault = AmountCell.Read(csv.GetString(columns.Amount), _hasDecimalComma, out var amount);
        var kindFault = KindCell.Read(columns.Kind is { } at && at < csv.FieldCount ? csv.GetString(at) : "", out var kind);
        if ((numberFault ?? amountFault ?? kindFault) is not null)
            return string.Join("; ", new[] { numberFault, amountFault, kindFault }.Where(fault => fault is not null));

        // A list of settlements only is sent as it always was, so that its retry is the same request.
        entry.Kind = columns.Kind is null ? ReconciliationEntryKind.Unspecified : kind;
        entry.SettlementNumber = number;
        entry.Amount = new Money { CurrencyCode = "EGP", DecimalValue = amount };
        return null;
    }

    private static Regex WellQuoted(char separator)
    {
        var parting = Regex.Escape(separator.ToString());
        var cell = $"[ ]*(?:=?\"(?:[^\"]|\"\")*\"|[^\"{parting}]*)[ ]*";
        return new Regex($@"\A{cell}(?:{parting}{cell})*\z", RegexOptions.NonBacktracking);
    }
}
