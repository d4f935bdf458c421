using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Refunds;

/// <summary>A refund that was paid out, as the citizen signs it.</summary>
internal static class RefundReceipt
{
    public static void Print(Terminal terminal, PayRefundResponse answer)
    {
        var console = terminal.Out;
        console.WriteLine();
        console.WriteLine($"Refund {answer.Refund.RefundNumber}, request {answer.Refund.Payout?.RequestId}");
        PrintedReceipt.Print(console, answer.Receipt);
        console.WriteLine();
    }
}
