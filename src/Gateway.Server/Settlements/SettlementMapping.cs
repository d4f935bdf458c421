using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Receipts;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Settlements;

/// <summary>Writes a settlement.</summary>
internal static class SettlementMapping
{
    /// <summary>The settlement as the contract has it.</summary>
    public static Settlement ToWire(
        NewSettlement settlement, Domain.Subject subject, IReadOnlyList<SettlementItemRecord> items,
        Domain.BusinessCalendar calendar) => new()
        {
            SettlementNumber = settlement.SettlementNumber,
            RequestId = settlement.RequestId,
            Counter = new Counter
            {
                BranchCode = settlement.BranchCode,
                CounterCode = settlement.CounterCode,
                TellerCode = settlement.TellerCode,
            },
            Subject = subject.ToWire(),
            Items =
        {
            items.Select(item => new SettledItem
            {
                FineNumber = item.FineNumber,
                ViolationAr = item.ViolationAr,
                ViolationEn = item.ViolationEn,
                Amount = item.Amount.ToWire(),
            }),
        },
            Total = settlement.Total.ToWire(),
            Payment = new Payment
            {
                Method = (PaymentMethod)settlement.PaymentMethod,
                Amount = settlement.Total.ToWire(),
                Reference = settlement.PaymentReference ?? "",
                CollectTime = Timestamp.FromDateTimeOffset(settlement.CollectTime),
            },
            PayerName = settlement.PayerName?.Value ?? "",
            BusinessDate = settlement.BusinessDate.ToWire(),
            SettleTime = Timestamp.FromDateTimeOffset(settlement.SettleTime),
            Receipt = SettlementReceipts.Of(settlement, subject, items, calendar),
        };
}
