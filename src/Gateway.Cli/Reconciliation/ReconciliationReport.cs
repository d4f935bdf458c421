using System.Globalization;
using Gateway.Contracts.V1;
using Google.Type;
using Spectre.Console;

namespace Gateway.Cli.Reconciliation;

/// <summary>How the two lists of a business day compare, for people.</summary>
internal static class ReconciliationReport
{
    // More than one screen of them is for --json.
    private const int MostRows = 50;

    public static void Print(Terminal terminal, ReconcileBusinessDayResponse answer)
    {
        var console = terminal.Out;
        console.MarkupLine($"[bold]Reconciliation of {TimeText.Of(answer.BusinessDate)}[/]");
        console.Write(Totals(
            "Settlements", answer.PostCount, answer.PostTotal, answer.GatewayCount, answer.GatewayTotal));
        foreach (var totals in answer.OtherTotals)
            console.Write(Totals(
                Heading(totals.Kind), totals.PostCount, totals.PostTotal, totals.GatewayCount, totals.GatewayTotal));
        if (answer.ExceptionCount == 0)
        {
            console.WriteLine("Both lists agree.");
        }
        else
        {
            PrintExceptions(terminal, answer);
            console.MarkupLine($"[bold]The lists differ:[/] exceptions: {Count(answer.ExceptionCount)}.");
        }

        console.WriteLine(answer.Closed
            ? $"The business day is closed since {TimeText.Of(answer.CloseTime)}."
            : "The business day is open.");
    }

    private static Table Totals(string what, long postCount, Money postTotal, long gatewayCount, Money gatewayTotal)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("").NoWrap());
        table.AddColumn(new TableColumn(what).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("EGP").RightAligned().NoWrap());
        table.AddRow("Post", Count(postCount), MoneyText.Of(postTotal));
        table.AddRow("Prosecution", Count(gatewayCount), MoneyText.Of(gatewayTotal));
        return table;
    }

    private static void PrintExceptions(Terminal terminal, ReconcileBusinessDayResponse answer)
    {
        var shown = terminal.IsTerminal ? [.. answer.Exceptions.Take(MostRows)] : answer.Exceptions.ToList();
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("Number").NoWrap());
        table.AddColumn("What differs");
        table.AddColumn(new TableColumn("Branch").NoWrap());
        table.AddColumn(new TableColumn("Post EGP").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Prosecution EGP").RightAligned().NoWrap());
        foreach (var exception in shown)
        {
            table.AddRow(
                new Text(exception.SettlementNumber),
                new Text(Kind(exception.EntryKind) + What(exception.Kind)),
                new Text(exception.BranchCode),
                new Text(Amount(exception.PostAmount)),
                new Text(Amount(exception.GatewayAmount)));
        }

        terminal.Out.Write(table);
        if (answer.ExceptionCount > shown.Count)
        {
            var how = shown.Count < answer.Exceptions.Count ? "; --json tells more of them" : "";
            terminal.Out.WriteLine($"… and {Count(answer.ExceptionCount - shown.Count)} more{how}");
        }
    }

    private static string Heading(ReconciliationEntryKind kind) => kind switch
    {
        ReconciliationEntryKind.AppealFee => "Appeal fees",
        ReconciliationEntryKind.Refund => "Refunds",
        _ => "Settlements",
    };

    // A settlement is what most lines are about, and is not said.
    private static string Kind(ReconciliationEntryKind kind) => kind switch
    {
        ReconciliationEntryKind.AppealFee => "appeal fee: ",
        ReconciliationEntryKind.Refund => "refund: ",
        _ => "",
    };

    private static string What(ReconciliationExceptionKind kind) => kind switch
    {
        ReconciliationExceptionKind.MissingHere => "missing at the prosecution",
        ReconciliationExceptionKind.MissingThere => "missing in the post's list",
        ReconciliationExceptionKind.AmountDiffers => "amount differs",
        ReconciliationExceptionKind.ReversedHere => "taken back, yet in the post's list",
        ReconciliationExceptionKind.Repeated => "more than once in the post's list",
        _ => "unknown",
    };

    private static string Amount(Money? amount) => amount is null ? "" : MoneyText.Of(amount);

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
