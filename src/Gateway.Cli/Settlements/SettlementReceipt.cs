using Gateway.Cli.Fines;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>The receipt that a citizen takes home, in English and Arabic.</summary>
internal static class SettlementReceipt
{
    public static void Print(Terminal terminal, Settlement settlement)
    {
        var console = terminal.Out;
        console.WriteLine();
        console.MarkupLine("[bold]RECEIPT · إيصال سداد مخالفات مرور[/]");
        new Sheet()
            .Add("Settlement", settlement.SettlementNumber, "رقم السداد")
            .Add("Business day", TimeText.Of(settlement.BusinessDate), "يوم العمل")
            .Add("Time", TimeText.Of(settlement.SettleTime), "الوقت")
            .Add("Against", SubjectText.Of(settlement.Subject), "ضد")
            .Add("Payer", settlement.PayerName, "الدافع")
            .Add("Office", Office(settlement.Counter), "مكتب البريد")
            .Add("Paid by", Way(settlement.Payment), "طريقة الدفع")
            .Add("Request", settlement.RequestId, "رقم الطلب")
            .Print(console);
        if (terminal.IsNarrow)
            PrintList(console, settlement);
        else
            console.Write(Table(settlement));
    }

    private static Table Table(Settlement settlement)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowFooters = true };
        table.AddColumn(new TableColumn("Fine").NoWrap().Footer("Total"));
        table.AddColumn("Violation");
        table.AddColumn(new TableColumn("Paid EGP").RightAligned().NoWrap().Footer(MoneyText.Of(settlement.Total)));
        table.AddColumn(new TableColumn("المخالفة").Footer("الإجمالي"));
        foreach (var item in settlement.Items)
        {
            table.AddRow(
                new Text(item.FineNumber),
                new Text(item.ViolationEn),
                new Text(MoneyText.Of(item.Amount)),
                new Text(item.ViolationAr));
        }

        return table;
    }

    private static void PrintList(IAnsiConsole console, Settlement settlement)
    {
        foreach (var item in settlement.Items)
        {
            console.WriteLine();
            console.WriteLine($"{item.FineNumber}  {MoneyText.WithCurrency(item.Amount)}");
            console.WriteLine($"  {item.ViolationEn}");
            console.WriteLine($"  {item.ViolationAr}");
        }

        console.WriteLine();
        console.WriteLine($"Total {MoneyText.WithCurrency(settlement.Total)} · الإجمالي");
    }

    private static string Office(Counter? counter) =>
        counter is null ? "" : $"branch {counter.BranchCode}, counter {counter.CounterCode}, {counter.TellerCode}";

    private static string Way(Payment? payment)
    {
        var way = payment?.Method switch
        {
            PaymentMethod.Cash => "cash",
            PaymentMethod.Card => "bank card",
            PaymentMethod.Wallet => "mobile wallet",
            PaymentMethod.PostalAccount => "postal account",
            _ => "",
        };
        return payment is { Reference.Length: > 0 } ? $"{way}, reference {payment.Reference}" : way;
    }
}
