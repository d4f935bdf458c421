using Gateway.Data;
using Gateway.Domain;

namespace Gateway.TSqlTests.Parameters;

/// <content>Values of appeals.</content>
internal static partial class Some
{
    public static readonly AppealFilter Filter =
        new(Domain.NationalId.FromStored("29001010112345"), "00001", AppealStage.Received);

    public static readonly AppealMove Decided =
        new(AppealStage.Decided, Caller, "see the letter", Noon, AppealResult.Accepted);

    public static NewAppeal Appeal() => AppealWithoutFee() with
    {
        FeeAmount = Money,
        FeePaymentMethod = PaymentMethod.Card,
        FeePaymentReference = "TX-1",
        FeeCollectTime = Noon,
    };

    public static NewAppeal AppealWithoutFee() => new()
    {
        AppealNumber = "1",
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.17",
        Subject = Vehicle,
        IsWhole = true,
        AppellantName = PersonName.FromStored("منى أحمد"),
        AppellantNationalId = Domain.NationalId.FromStored("29001010112345"),
        MobileNumber = MobileNumber.FromStored("+201012345678"),
        SmsLanguage = SmsLanguage.Arabic,
        FeeAmount = Domain.Money.Zero,
        BusinessDate = new DateOnly(2026, 3, 1),
        SubmitTime = Noon,
        DueTime = Noon,
    };

    public static AppealRecord StoredAppeal() => new(1, Appeal(), AppealStage.UnderReview, null);

    public static NewAppealItem AppealItem() =>
        new(1, new FinePayment(1, Money), AppealGround.Other, "not me", Money, Money, Money);

    public static NewRefund Refund() => new()
    {
        RefundNumber = "1",
        Kind = RefundKind.Fine,
        AppealId = 1,
        FineId = 1,
        SettlementId = 1,
        Amount = Money,
        RecipientName = PersonName.FromStored("منى أحمد"),
        RecipientNationalId = Domain.NationalId.FromStored("29001010112345"),
        DueTime = Noon,
    };

    public static NewAppealDocument AppealDocument() => new()
    {
        AppealId = 1,
        Document = new AppealDocumentRecord(1, "", AppealDocumentType.Pdf, 1, new byte[32], Noon),
        Content = new byte[1],
        Caller = Caller,
        RequestId = RequestId,
    };

    public static RefundPayout Payout() => new()
    {
        Caller = Caller,
        RequestId = RequestId,
        BranchCode = "00001",
        CounterCode = "02",
        TellerCode = "t.17",
        BusinessDate = new DateOnly(2026, 3, 1),
        PayTime = Noon,
    };
}
