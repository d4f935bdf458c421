using Gateway.Contracts.V1;
using Google.Type;
using Spectre.Console;

namespace Gateway.Cli.Reconciliation;

/// <summary>How two lists of a business day compare, for people.</summary>
internal static class ComparisonTable
{
    private const int MostRows = 50;

    public static void Print(Terminal terminal, ReconcileBusinessDayResponse answer)
    {
        var totals = new Table { Border = TableBorder.Horizontal };
        totals.AddColumn(TimeText.Of(answer.BusinessDate));
        totals.AddColumn(new TableColumn("Settlements").RightAligned());
        totals.AddColumn(new TableColumn("EGP").RightAligned());
        totals.AddRow("The post", $"{answer.PostCount}", MoneyText.Of(answer.PostTotal));
        totals.AddRow("The prosecution", $"{answer.GatewayCount}", MoneyText.Of(answer.GatewayTotal));
        terminal.Out.Write(totals);
        if (answer.Exceptions.Count > 0)
            terminal.Out.Write(Exceptions(answer));
        if (answer.ExceptionCount > MostRows)
            terminal.Note($"… and {answer.ExceptionCount - MostRows} more; --json has {answer.Exceptions.Count}.");
        terminal.Note(answer.ExceptionCount == 0
            ? "The two lists agree."
            : $"{answer.ExceptionCount} settlement(s) differ.");
        terminal.Note(answer.Closed ? $"The day is closed since {TimeText.Of(answer.CloseTime)}." : "The day is open.");
    }

    private static Table Exceptions(ReconcileBusinessDayResponse answer)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("Settlement").NoWrap());
        table.AddColumns("Branch", "How it differs");
        table.AddColumn(new TableColumn("Post EGP").RightAligned());
        table.AddColumn(new TableColumn("Prosecution EGP").RightAligned());
        foreach (var exception in answer.Exceptions.Take(MostRows))
        {
            table.AddRow(
                exception.SettlementNumber, exception.BranchCode, Kind(exception.Kind), Of(exception.PostAmount),
                Of(exception.GatewayAmount));
        }

        return table;
    }

    private static string Of(Money? money) => money is null ? "" : MoneyText.Of(money);

    private static string Kind(ReconciliationExceptionKind kind) => kind switch
    {
        ReconciliationExceptionKind.MissingHere => "not with the prosecution",
        ReconciliationExceptionKind.MissingThere => "not in the post's list",
        ReconciliationExceptionKind.AmountDiffers => "other amount",
        ReconciliationExceptionKind.ReversedHere => "taken back here",
        ReconciliationExceptionKind.Repeated => "listed more than once",
        _ => kind.ToString(),
    };
}
