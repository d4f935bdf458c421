using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;

namespace Gateway.Server.Receipts;

/// <summary>
/// Writes the receipt of a refund, which the citizen signs. The same refund has the same receipt, to the byte.
/// </summary>
internal static class RefundReceipts
{
    /// <summary>The receipt in both languages.</summary>
    public static Receipt Of(RefundRecord refund, Data.RefundPayout payout, BusinessCalendar calendar) =>
        new ReceiptContent
        {
            Title = ReceiptWords.RefundTitle,
            Lines =
            [
                new(ReceiptWords.RefundNumber, Bilingual.Same(refund.RefundNumber)),
                new(ReceiptWords.AppealNumber, Bilingual.Same(refund.AppealNumber)),
                new(ReceiptWords.BusinessDay, ReceiptValues.Of(payout.BusinessDate)),
                new(ReceiptWords.Time, ReceiptValues.TimeOf(calendar.LocalTime(payout.PayTime))),
                new(ReceiptWords.PostOffice, Bilingual.Same(payout.BranchCode)),
                new(ReceiptWords.Counter, Bilingual.Same(payout.CounterCode)),
                new(ReceiptWords.Teller, ReceiptValues.Code(payout.TellerCode)),
                new(ReceiptWords.Recipient, Bilingual.Same(ReceiptValues.Plain(refund.RecipientName.Value))),
            ],
            Items = [new(ReasonOf(refund), ReceiptValues.Of(refund.Amount))],
            TotalLabel = ReceiptWords.RefundTotal,
            Total = refund.Amount,
            Notice = ReceiptWords.RefundNotice,
        }.ToWire();

    private static Bilingual ReasonOf(RefundRecord refund) => refund.Kind == Domain.RefundKind.AppealFee
        ? ReceiptWords.AppealFee
        : new(
            $"{refund.FineNumber} - {ReceiptValues.Plain(refund.ViolationAr ?? "")}",
            $"{refund.FineNumber} - {ReceiptValues.Plain(refund.ViolationEn ?? "")}");
}
