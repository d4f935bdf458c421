using System.Globalization;
using Gateway.Contracts.V1;
using Google.Type;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>The settlements of a business day as a table.</summary>
internal static class SettlementTable
{
    public static void Print(Terminal terminal, Date businessDate, ListSettlementsResponse list)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumn(new TableColumn("Settlement").NoWrap());
        table.AddColumns("Branch", "Counter", "Teller", "Time", "Paid by");
        table.AddColumn(new TableColumn("Fines").RightAligned());
        table.AddColumn(new TableColumn("EGP").RightAligned().NoWrap());
        table.AddColumn("State");
        foreach (var settlement in list.Settlements)
        {
            table.AddRow(
                new Text(settlement.SettlementNumber),
                new Text(settlement.Counter?.BranchCode ?? ""),
                new Text(settlement.Counter?.CounterCode ?? ""),
                new Text(settlement.Counter?.TellerCode ?? ""),
                new Text(TimeText.Of(settlement.SettleTime)),
                new Text(Way(settlement.PaymentMethod)),
                new Text(settlement.ItemCount.ToString(CultureInfo.InvariantCulture)),
                new Text(MoneyText.Of(settlement.Total)),
                new Text(settlement.ReverseTime is null ? "stands" : "taken back"));
        }

        terminal.Out.Write(table);
        terminal.Note(
            $"{TimeText.Of(businessDate)}: {list.SettledCount} stand, {MoneyText.WithCurrency(list.SettledTotal)}; "
            + $"{list.ReversedCount} taken back, {MoneyText.WithCurrency(list.ReversedTotal)}. "
            + $"The day is {(list.Closed ? "closed" : "open")}.");
    }

    private static string Way(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "cash",
        PaymentMethod.Card => "bank card",
        PaymentMethod.Wallet => "mobile wallet",
        PaymentMethod.PostalAccount => "postal account",
        _ => "",
    };
}
