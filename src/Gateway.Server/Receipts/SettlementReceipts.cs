using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Subject = Gateway.Domain.Subject;

namespace Gateway.Server.Receipts;

/// <summary>
/// Writes the receipt of a settlement, ready to print. The same settlement has the same receipt, to the byte.
/// </summary>
internal static class SettlementReceipts
{
    /// <summary>The receipt in both languages.</summary>
    public static Receipt Of(
        NewSettlement settlement, Subject subject, IReadOnlyList<SettlementItemRecord> items, BusinessCalendar calendar)
    {
        BilingualLine[] lines =
        [
            .. Made(settlement, calendar.LocalTime(settlement.SettleTime)),
            .. SubjectLines.Of(subject),
            .. Paid(settlement),
        ];
        return new ReceiptContent
        {
            Title = ReceiptWords.Title,
            Lines = lines,
            Items = [.. items.Select(Fine)],
            TotalLabel = ReceiptWords.Total,
            Total = settlement.Total,
            Notice = ReceiptWords.Notice,
        }.ToWire();
    }

    private static IEnumerable<BilingualLine> Made(NewSettlement settlement, DateTime local) =>
    [
        new(ReceiptWords.SettlementNumber, Bilingual.Same(settlement.SettlementNumber)),
        new(ReceiptWords.BusinessDay, ReceiptValues.Of(settlement.BusinessDate)),
        new(ReceiptWords.Time, ReceiptValues.TimeOf(local)),
        new(ReceiptWords.PostOffice, Bilingual.Same(settlement.BranchCode)),
        new(ReceiptWords.Counter, Bilingual.Same(settlement.CounterCode)),
        new(ReceiptWords.Teller, ReceiptValues.Code(settlement.TellerCode)),
    ];

    private static IEnumerable<BilingualLine> Paid(NewSettlement settlement)
    {
        if (settlement.PayerName is { } payer)
            yield return new(ReceiptWords.Payer, Bilingual.Same(ReceiptValues.Plain(payer.Value)));
        yield return new(ReceiptWords.PaymentWay, ReceiptWords.Of(settlement.PaymentMethod));
        if (settlement.PaymentReference is { } reference)
            yield return new(ReceiptWords.PaymentReference, ReceiptValues.Code(reference));
    }

    private static BilingualLine Fine(SettlementItemRecord item) => new(
        new(
            $"{item.FineNumber} - {ReceiptValues.Plain(item.ViolationAr)}",
            $"{item.FineNumber} - {ReceiptValues.Plain(item.ViolationEn)}"),
        ReceiptValues.Of(item.Amount));
}
