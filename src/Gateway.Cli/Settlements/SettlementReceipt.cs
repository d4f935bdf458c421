using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>The receipt that a citizen takes home, as the gateway words it, in English and Arabic.</summary>
internal static class SettlementReceipt
{
    public static void Print(Terminal terminal, Settlement settlement)
    {
        var console = terminal.Out;
        Print(console, settlement.Receipt?.En);
        Print(console, settlement.Receipt?.Ar);
        if (settlement.Reversal is not { } reversal)
            return;

        console.WriteLine();
        console.MarkupLine("[bold]TAKEN BACK · تم رد السداد[/]");
        new Sheet()
            .Add("Time", TimeText.Of(reversal.ReverseTime), "الوقت")
            .Add("Why", Why(reversal), "السبب")
            .Add("Office", Office(reversal.Counter), "مكتب البريد")
            .Add("Request", reversal.RequestId, "رقم الطلب")
            .Print(console);
    }

    private static void Print(IAnsiConsole console, ReceiptText? text)
    {
        if (text is null)
            return;

        console.WriteLine();
        console.Write(new Text(text.Title + "\n", new Style(decoration: Decoration.Bold)));
        foreach (var line in text.Lines)
            console.WriteLine($"  {line.Label}: {line.Value}");
        foreach (var line in text.Items)
            console.WriteLine($"  {line.Label}: {line.Value}");
        console.WriteLine($"  {text.Total?.Label}: {text.Total?.Value}");
        console.WriteLine($"  {text.TotalInWords}");
        console.WriteLine($"  {text.Notice}");
    }

    private static string Why(Reversal reversal)
    {
        var why = reversal.Reason switch
        {
            ReversalReason.TellerError => "the teller's mistake",
            ReversalReason.PaymentFailed => "the payment failed",
            ReversalReason.CitizenRequest => "the citizen asked for it",
            _ => "another reason",
        };
        return reversal.Note.Length > 0 ? $"{why}: {reversal.Note}" : why;
    }

    private static string Office(Counter? counter) =>
        counter is null ? "" : $"branch {counter.BranchCode}, counter {counter.CounterCode}, {counter.TellerCode}";
}
