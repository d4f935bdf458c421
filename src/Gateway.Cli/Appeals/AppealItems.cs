using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary>
/// The fines of an appeal, as a table, or as a list where the terminal is too narrow for one; under it what the citizen
/// said of each, and why it was decided as it was.
/// </summary>
internal static class AppealItems
{
    public static void Print(Terminal terminal, IReadOnlyCollection<AppealItem> items)
    {
        if (terminal.IsNarrow)
            PrintList(terminal.Out, items);
        else
            terminal.Out.Write(Table(items));
        foreach (var item in items)
        {
            PrintWords(terminal.Out, item.FineNumber, "stated", item.Statement);
            PrintWords(terminal.Out, item.FineNumber, "decided so because", item.DecisionReason);
        }
    }

    private static Table Table(IEnumerable<AppealItem> items)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("Fine").NoWrap());
        table.AddColumn("Violation");
        table.AddColumn(new TableColumn("Ground").NoWrap());
        foreach (var heading in new[] { "Amount", "Fees", "Contested" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Paid").NoWrap());
        table.AddColumn("Decision");
        table.AddColumn("المخالفة");
        foreach (var item in items)
        {
            table.AddRow(
                new Text(item.FineNumber),
                new Text(item.ViolationEn),
                new Text(AppealText.Of(item.Ground)),
                new Text(MoneyText.Of(item.Amount)),
                new Text(MoneyText.Of(item.Fees)),
                new Text(MoneyText.Of(item.ContestedAmount)),
                new Text(Paid(item)),
                new Text(AppealText.Decision(item)),
                new Text(item.ViolationAr));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, IEnumerable<AppealItem> items)
    {
        foreach (var item in items)
        {
            console.WriteLine($"{item.FineNumber}  {AppealText.Of(item.Ground)}");
            console.WriteLine($"  {item.ViolationEn}");
            console.WriteLine($"  {item.ViolationAr}");
            console.WriteLine(
                $"  {MoneyText.Of(item.Amount)} + fees {MoneyText.Of(item.Fees)}, paid: {Paid(item)}, "
                + $"contested {MoneyText.WithCurrency(item.ContestedAmount)}");
            if (AppealText.Decision(item) is { Length: > 0 } decision)
                console.WriteLine($"  {decision}");
        }
    }

    private static void PrintWords(IAnsiConsole console, string fineNumber, string what, string words)
    {
        if (words.Length > 0)
            console.WriteLine($"  {fineNumber} {what}: {words}");
    }

    private static string Paid(AppealItem item) => item.Paid ? "yes" : "no";
}
