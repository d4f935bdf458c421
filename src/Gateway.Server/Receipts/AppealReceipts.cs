using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Subject = Gateway.Domain.Subject;

namespace Gateway.Server.Receipts;

/// <summary>
/// Writes the receipt of an appeal: of its fee, and how to follow it. The same appeal has the same receipt, to the byte.
/// </summary>
internal static class AppealReceipts
{
    /// <summary>The receipt in both languages.</summary>
    public static Receipt Of(
        NewAppeal appeal, Subject subject, IReadOnlyList<AppealItemRecord> items, BusinessCalendar calendar) =>
        new ReceiptContent
        {
            Title = ReceiptWords.AppealTitle,
            Lines =
            [
                .. Made(appeal, calendar),
                .. SubjectLines.Of(subject),
                new(ReceiptWords.Appellant, Bilingual.Same(ReceiptValues.Plain(appeal.AppellantName.Value))),
                .. Paid(appeal),
            ],
            Items = [.. items.Select(Fine)],
            TotalLabel = ReceiptWords.AppealFee,
            Total = appeal.FeeAmount,
            Notice = ReceiptWords.AppealNotice,
        }.ToWire();

    private static IEnumerable<BilingualLine> Made(NewAppeal appeal, BusinessCalendar calendar) =>
    [
        new(ReceiptWords.AppealNumber, Bilingual.Same(appeal.AppealNumber)),
        new(ReceiptWords.BusinessDay, ReceiptValues.Of(appeal.BusinessDate)),
        new(ReceiptWords.Time, ReceiptValues.TimeOf(calendar.LocalTime(appeal.SubmitTime))),
        new(ReceiptWords.PostOffice, Bilingual.Same(appeal.BranchCode)),
        new(ReceiptWords.Counter, Bilingual.Same(appeal.CounterCode)),
        new(ReceiptWords.Teller, ReceiptValues.Code(appeal.TellerCode)),
    ];

    private static IEnumerable<BilingualLine> Paid(NewAppeal appeal)
    {
        if (appeal.FeePaymentMethod is { } method)
            yield return new(ReceiptWords.PaymentWay, ReceiptWords.Of(method));
        if (appeal.FeePaymentReference is { } reference)
            yield return new(ReceiptWords.PaymentReference, ReceiptValues.Code(reference));
    }

    // What is contested stands beside each fine: it is what the citizen has to find again in the decision.
    private static BilingualLine Fine(AppealItemRecord item) => new(
        new(
            $"{item.FineNumber} - {ReceiptValues.Plain(item.ViolationAr)}",
            $"{item.FineNumber} - {ReceiptValues.Plain(item.ViolationEn)}"),
        ReceiptValues.Of(item.Details.ContestedAmount));
}
