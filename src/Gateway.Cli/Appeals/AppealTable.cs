using Gateway.Contracts.V1;
using Google.Protobuf.Collections;
using Spectre.Console;

namespace Gateway.Cli.Appeals;

/// <summary>Appeals as a table, or as a list where the terminal is too narrow for one.</summary>
internal static class AppealTable
{
    /// <summary>Appeals of a branch or an appellant.</summary>
    public static void Print(Terminal terminal, ListAppealsResponse list, DateTimeOffset now)
    {
        Print(terminal, list.Appeals, now);
        var more = list.NextPageToken.Length > 0 ? ", the newest; more with --limit" : "";
        terminal.Out.WriteLine($"Appeals: {list.Appeals.Count}{more}");
    }

    /// <summary>Appeals that are not decided.</summary>
    public static void Print(Terminal terminal, ListOpenAppealsResponse list, DateTimeOffset now)
    {
        Print(terminal, list.Appeals, now);
        var overdue = list.OverdueCount > 0 ? $"[red]{list.OverdueCount}[/]" : "0";
        var more = list.NextPageToken.Length > 0 ? $"   Shown: {list.Appeals.Count}; more with --limit" : "";
        terminal.Out.MarkupLine($"Open: {list.OpenCount}   Overdue: {overdue}{more}");
    }

    private static void Print(Terminal terminal, RepeatedField<AppealSummary> appeals, DateTimeOffset now)
    {
        if (appeals.Count == 0)
            terminal.Out.WriteLine("No appeals. · لا توجد تظلمات");
        else if (terminal.IsNarrow)
            PrintList(terminal.Out, appeals, now);
        else
            terminal.Out.Write(Table(appeals, now));
    }

    private static Table Table(IEnumerable<AppealSummary> appeals, DateTimeOffset now)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        foreach (var heading in new[] { "Appeal", "Branch", "Submitted" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        foreach (var heading in new[] { "Fines", "Contested EGP", "Documents" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Stage").NoWrap());
        table.AddColumn(new TableColumn("Due").NoWrap());
        foreach (var appeal in appeals)
        {
            table.AddRow(
                new Text(appeal.AppealNumber),
                new Text(appeal.BranchCode),
                new Text(TimeText.Of(appeal.SubmitTime)),
                new Text($"{appeal.ItemCount}"),
                new Text(MoneyText.Of(appeal.ContestedTotal)),
                new Text($"{appeal.DocumentCount}"),
                new Text(AppealText.Of(appeal.Stage, appeal.Result)),
                new Text(Due(appeal, now), appeal.Overdue ? new Style(Color.Red) : Style.Plain));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, IEnumerable<AppealSummary> appeals, DateTimeOffset now)
    {
        foreach (var appeal in appeals)
        {
            console.WriteLine();
            console.WriteLine($"{appeal.AppealNumber}  {AppealText.Of(appeal.Stage, appeal.Result)}");
            console.WriteLine($"  branch {appeal.BranchCode}, {TimeText.Of(appeal.SubmitTime)}");
            console.WriteLine(
                $"  fines: {appeal.ItemCount}, contested {MoneyText.WithCurrency(appeal.ContestedTotal)}, "
                + $"documents: {appeal.DocumentCount}");
            if (Due(appeal, now) is { Length: > 0 } due)
                console.WriteLine($"  {due}");
        }

        console.WriteLine();
    }

    // An appeal that ended is no longer due.
    private static string Due(AppealSummary appeal, DateTimeOffset now) =>
        appeal.Stage is AppealStage.Decided or AppealStage.Withdrawn ? "" : AppealText.Due(appeal.DueTime, now);
}
