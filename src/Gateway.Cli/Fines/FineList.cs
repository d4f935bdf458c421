using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Fines;

/// <summary>
/// The fines against a subject, as a table, or as a list where the terminal is too narrow for one. Arabic stands last
/// in a line, so that terminals that turn it around leave the columns before it in place.
/// </summary>
internal static class FineList
{
    public static void Print(Terminal terminal, InquireFinesResponse answer)
    {
        var console = terminal.Out;
        var subject = SubjectText.Of(answer.Subject).EscapeMarkup();
        console.MarkupLine($"[bold]{subject}[/]  as of {TimeText.Of(answer.AsOfTime)}");
        if (answer.Fines.Count == 0)
            console.WriteLine("No fines. · لا توجد مخالفات");
        else if (terminal.IsNarrow)
            PrintList(console, answer.Fines);
        else
            console.Write(Table(answer.Fines));

        console.MarkupLine(
            $"Outstanding: {answer.OutstandingCount}, due [bold]{MoneyText.WithCurrency(answer.OutstandingTotal)}[/]"
            + (answer.UnderAppealCount == 0
                ? ""
                : $"   Under appeal: {answer.UnderAppealCount}, {MoneyText.WithCurrency(answer.UnderAppealTotal)}"));
    }

    private static Table Table(IEnumerable<Fine> fines)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("Fine").NoWrap());
        table.AddColumn(new TableColumn("Recorded").NoWrap());
        table.AddColumn("Violation");
        foreach (var heading in new[] { "Amount", "Fees", "Due EGP" })
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        table.AddColumn(new TableColumn("Status").NoWrap());
        table.AddColumn("المخالفة");
        foreach (var fine in fines)
        {
            table.AddRow(
                new Text(fine.FineNumber),
                new Text(TimeText.Of(fine.ViolationTime)),
                new Text(Description(fine)),
                new Text(MoneyText.Of(fine.Amount)),
                new Text(MoneyText.Of(fine.Fees)),
                new Text(MoneyText.Of(fine.AmountDue)),
                new Text(StatusText(fine.Status)),
                new Text(fine.Violation.DescriptionAr));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, IEnumerable<Fine> fines)
    {
        foreach (var fine in fines)
        {
            console.WriteLine();
            console.WriteLine($"{fine.FineNumber}  {TimeText.Of(fine.ViolationTime)}  {StatusText(fine.Status)}");
            console.WriteLine($"  {Description(fine)}");
            console.WriteLine($"  {fine.Violation.DescriptionAr}");
            var amount = $"{MoneyText.Of(fine.Amount)} + fees {MoneyText.Of(fine.Fees)}";
            console.WriteLine($"  {amount}, due {MoneyText.WithCurrency(fine.AmountDue)}");
        }

        console.WriteLine();
    }

    private static string Description(Fine fine) =>
        $"{fine.Violation.DescriptionEn} (art. {fine.Violation.LawArticle})";

    public static string StatusText(FineStatus status) => status switch
    {
        FineStatus.Outstanding => "outstanding",
        FineStatus.Settled => "settled",
        FineStatus.UnderAppeal => "under appeal",
        FineStatus.Cancelled => "cancelled",
        _ => "unknown",
    };
}
