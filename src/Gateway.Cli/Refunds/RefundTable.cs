using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Refunds;

/// <summary>Refunds as a table, or as a list where the terminal is too narrow for one.</summary>
internal static class RefundTable
{
    /// <summary>The refunds that a question lists, and what is due in all.</summary>
    public static void Print(Terminal terminal, ListRefundsResponse list)
    {
        Print(terminal, list.Refunds);
        terminal.Out.MarkupLine($"Due: [bold]{MoneyText.WithCurrency(list.DueTotal)}[/]");
    }

    /// <summary>Some refunds.</summary>
    public static void Print(Terminal terminal, IReadOnlyCollection<Refund> refunds)
    {
        if (refunds.Count == 0)
            terminal.Out.WriteLine("No refunds. · لا توجد مبالغ مستردة");
        else if (terminal.IsNarrow)
            PrintList(terminal.Out, refunds);
        else
            terminal.Out.Write(Table(refunds));
    }

    private static Table Table(IEnumerable<Refund> refunds)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var heading in new[] { "Refund", "Appeal", "For", "Due since" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.AddColumn(new TableColumn("EGP").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("State").NoWrap());
        table.AddColumn("To");
        foreach (var refund in refunds)
        {
            table.AddRow(
                new Text(refund.RefundNumber),
                new Text(refund.AppealNumber),
                new Text(For(refund)),
                new Text(TimeText.Of(refund.DueTime)),
                new Text(MoneyText.Of(refund.Amount)),
                new Text(State(refund)),
                new Text(refund.RecipientName));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, IEnumerable<Refund> refunds)
    {
        foreach (var refund in refunds)
        {
            console.WriteLine();
            console.WriteLine($"{refund.RefundNumber}  {MoneyText.WithCurrency(refund.Amount)}  {State(refund)}");
            console.WriteLine($"  {For(refund)}, appeal {refund.AppealNumber}, {TimeText.Of(refund.DueTime)}");
            console.WriteLine($"  {refund.RecipientName}");
        }

        console.WriteLine();
    }

    private static string For(Refund refund) => refund.Kind switch
    {
        RefundKind.Fine => $"fine {refund.FineNumber}",
        RefundKind.AppealFee => "fee of the appeal",
        _ => "",
    };

    private static string State(Refund refund) => refund.Payout is { } payout
        ? $"paid {TimeText.Of(payout.PayTime)}, branch {payout.Counter?.BranchCode}"
        : "due";
}
