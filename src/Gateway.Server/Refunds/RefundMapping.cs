using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Refunds;

/// <summary>Writes refunds.</summary>
internal static class RefundMapping
{
    /// <summary>The refund as the contract has it.</summary>
    public static Refund ToWire(RefundRecord refund) => new()
    {
        RefundNumber = refund.RefundNumber,
        Kind = (RefundKind)refund.Kind,
        AppealNumber = refund.AppealNumber,
        FineNumber = refund.FineNumber ?? "",
        Amount = refund.Amount.ToWire(),
        RecipientName = refund.RecipientName.Value,
        DueTime = Timestamp.FromDateTimeOffset(refund.DueTime),
        Payout = refund.Payout is { } payout ? ToWire(payout) : null,
    };

    private static Contracts.V1.RefundPayout ToWire(Data.RefundPayout payout) => new()
    {
        RequestId = payout.RequestId,
        Counter = new Counter
        {
            BranchCode = payout.BranchCode,
            CounterCode = payout.CounterCode,
            TellerCode = payout.TellerCode,
        },
        BusinessDate = payout.BusinessDate.ToWire(),
        PayTime = Timestamp.FromDateTimeOffset(payout.PayTime),
    };
}
