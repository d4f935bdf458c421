using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Output;

/// <summary>A receipt as the gateway wrote it: in English, then in Arabic.</summary>
internal static class PrintedReceipt
{
    // A longer line is hard to read.
    private const int ReadableWidth = 100;

    public static void Print(IAnsiConsole console, Receipt? receipt)
    {
        if (receipt is null)
            return;

        PrintEnglish(console, receipt.En);
        PrintArabic(console, receipt.Ar);
    }

    private static void PrintEnglish(IAnsiConsole console, ReceiptText text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text.Title.EscapeMarkup()}[/]");
        var sheet = new Sheet();
        foreach (var line in text.Lines)
            sheet.Add(line.Label, line.Value, "");
        sheet.Print(console);
        console.WriteLine();

        var fines = new Grid().AddColumn(new GridColumn().Padding(2, 0, 2, 0));
        fines.AddColumn(new GridColumn().NoWrap().RightAligned());
        foreach (var item in text.Items.Append(text.Total))
            fines.AddRow(new Text(item.Label), new Text(item.Value));
        console.Write(fines);
        PrintWrapped(console, text.TotalInWords);
        console.WriteLine();
        PrintWrapped(console, text.Notice);
    }

    // Line by line and without columns: terminals that turn Arabic around would make the columns change places.
    private static void PrintArabic(IAnsiConsole console, ReceiptText text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{text.Title.EscapeMarkup()}[/]");
        foreach (var line in text.Lines.Concat(text.Items).Append(text.Total))
            console.WriteLine($"  {line.Label}: {line.Value}");
        PrintWrapped(console, text.TotalInWords);
        console.WriteLine();
        PrintWrapped(console, text.Notice);
    }

    private static void PrintWrapped(IAnsiConsole console, string text)
    {
        var width = Math.Min(console.Profile.Width, ReadableWidth);
        console.Write(new Grid { Width = width }
            .AddColumn(new GridColumn().Padding(2, 0, 0, 0))
            .AddRow(new Text(text)));
    }
}
