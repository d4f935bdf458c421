using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>
/// The receipt that a citizen takes home, as the gateway wrote it: in English, then in Arabic; and how the settlement
/// was taken back, where it was.
/// </summary>
internal static class SettlementReceipt
{
    public static void Print(Terminal terminal, Settlement settlement)
    {
        var console = terminal.Out;
        console.WriteLine();
        console.WriteLine($"Settlement {settlement.SettlementNumber}, request {settlement.RequestId}");
        PrintedReceipt.Print(console, settlement.Receipt);
        if (settlement.Reversal is { } reversal)
            PrintReversal(console, reversal);
        console.WriteLine();
    }

    private static void PrintReversal(IAnsiConsole console, Reversal reversal)
    {
        console.WriteLine();
        console.MarkupLine("[bold]TAKEN BACK · تم رد المبلغ[/]");
        new Sheet()
            .Add("Time", TimeText.Of(reversal.ReverseTime), "الوقت")
            .Add("Reason", SettlementText.Of(reversal.Reason), "السبب")
            .Add("Note", reversal.Note, "ملاحظة")
            .Add("Office", SettlementText.Of(reversal.Counter), "مكتب البريد")
            .Add("Request", reversal.RequestId, "رقم الطلب")
            .Print(console);
    }
}
