using Gateway.Contracts.V1;
using Google.Type;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>
/// The settlements of a business day, as a table, or as a list where the terminal is too narrow for one.
/// </summary>
internal static class SettlementTable
{
    public static void Print(Terminal terminal, Date day, ListSettlementsResponse list)
    {
        var console = terminal.Out;
        var state = list.Closed ? "closed" : "open";
        console.MarkupLine($"[bold]Settlements of {TimeText.Of(day)}[/]  the business day is {state}");
        if (list.Settlements.Count == 0)
            console.WriteLine("No settlements. · لا توجد عمليات سداد");
        else if (terminal.IsNarrow)
            PrintList(console, list.Settlements);
        else
            console.Write(Table(list.Settlements));

        console.MarkupLine(
            $"Settled: {list.SettledCount}, [bold]{MoneyText.WithCurrency(list.SettledTotal)}[/]"
            + $"   Taken back: {list.ReversedCount}, {MoneyText.WithCurrency(list.ReversedTotal)}");
    }

    private static Table Table(IEnumerable<SettlementSummary> settlements)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var heading in new[] { "Settlement", "Branch", "Counter", "Teller", "Time", "Paid by" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.AddColumn(new TableColumn("Fines").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("EGP").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("State").NoWrap());
        foreach (var settlement in settlements)
        {
            table.AddRow(
                new Text(settlement.SettlementNumber),
                new Text(settlement.Counter.BranchCode),
                new Text(settlement.Counter.CounterCode),
                new Text(settlement.Counter.TellerCode),
                new Text(TimeText.Of(settlement.SettleTime)),
                new Text(SettlementText.Of(settlement.PaymentMethod)),
                new Text($"{settlement.ItemCount}"),
                new Text(MoneyText.Of(settlement.Total)),
                new Text(State(settlement)));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, IEnumerable<SettlementSummary> settlements)
    {
        foreach (var settlement in settlements)
        {
            console.WriteLine();
            console.WriteLine($"{settlement.SettlementNumber}  {MoneyText.WithCurrency(settlement.Total)}");
            console.WriteLine($"  {SettlementText.Of(settlement.Counter)}");
            console.WriteLine(
                $"  {TimeText.Of(settlement.SettleTime)}, {SettlementText.Of(settlement.PaymentMethod)}, "
                + $"fines: {settlement.ItemCount}, {State(settlement)}");
        }

        console.WriteLine();
    }

    private static string State(SettlementSummary settlement) => settlement.ReverseTime is { } time
        ? $"reversed {TimeText.Of(time)}"
        : "settled";
}
