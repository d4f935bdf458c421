using Gateway.Client;
using Gateway.Contracts.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;

namespace Gateway.Testing.Gateways;

/// <summary>Builders of good requests about appeals; a test changes what it is about.</summary>
internal static class SomeAppeal
{
    /// <summary>National id of the appellant.</summary>
    public const string NationalId = "28503120102347";

    /// <summary>National id of somebody else.</summary>
    public const string OtherNationalId = "29001010112345";

    /// <summary>Who appeals.</summary>
    public static Appellant Appellant(SmsLanguage language = SmsLanguage.En) => new()
    {
        FullName = "محمود إبراهيم السيد حجازي",
        NationalId = NationalId,
        MobileNumber = "01012345678",
        SmsLanguage = language,
    };

    /// <summary>An amount in EGP.</summary>
    public static Money Pounds(long units) => new() { CurrencyCode = "EGP", Units = units };

    /// <summary>The fee, in cash.</summary>
    public static Payment Fee() => new()
    {
        Method = PaymentMethod.Cash,
        Amount = Pounds(25),
        CollectTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
    };

    /// <summary>An appeal against all that is outstanding.</summary>
    public static SubmitAppealRequest Whole(Subject? subject = null) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        Subject = subject ?? Some.Debtor(),
        AllOutstanding = new WholeAppeal { Ground = AppealGround.WrongVehicle, Statement = "It was not my car." },
        Appellant = Appellant(),
        FeePayment = Fee(),
    };

    /// <summary>An appeal against some fines.</summary>
    public static SubmitAppealRequest Partial(Subject? subject, params IEnumerable<string> fineNumbers) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        Subject = subject ?? Some.Debtor(),
        Partial = new PartialAppeal
        {
            Items =
            {
                fineNumbers.Select(number => new PartialAppealItem
                {
                    FineNumber = number,
                    Ground = AppealGround.SignNotVisible,
                }),
            },
        },
        Appellant = Appellant(),
        FeePayment = Fee(),
    };

    /// <summary>A question for an appeal.</summary>
    public static GetAppealRequest Get(string appealNumber) =>
        new() { AppealNumber = appealNumber, Counter = Some.Counter() };

    /// <summary>A request to add a document; a PNG where no other content is given.</summary>
    public static AddAppealDocumentRequest Document(
        Appeal appeal, byte[]? content = null, AppealDocumentType type = AppealDocumentType.Png) => new()
        {
            RequestId = Some.RequestId(),
            Counter = Some.Counter(),
            AppealNumber = appeal.AppealNumber,
            Title = "عقد بيع السيارة",
            Type = type,
            Content = ByteString.CopyFrom(content ?? SomeDocument.Png(Some.RequestId())),
        };

    /// <summary>A request to pay a refund out.</summary>
    public static PayRefundRequest Payout(Refund refund) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        RefundNumber = refund.RefundNumber,
        Amount = refund.Amount,
        RecipientNationalId = NationalId,
    };

    /// <summary>A request to take an appeal back.</summary>
    public static WithdrawAppealRequest Withdrawal(Appeal appeal) => new()
    {
        RequestId = Some.RequestId(),
        Counter = Some.Counter(),
        AppealNumber = appeal.AppealNumber,
        AppellantNationalId = NationalId,
    };

    /// <summary>A request to move an appeal.</summary>
    public static AdvanceAppealRequest Advance(Appeal appeal, AppealStage stage) => new()
    {
        RequestId = Some.RequestId(),
        AppealNumber = appeal.AppealNumber,
        Etag = appeal.Etag,
        Stage = stage,
        PublicNote = stage == AppealStage.DocumentsRequested ? "Please bring the contract of sale." : "",
    };

    /// <summary>A request to decide every fine of an appeal alike.</summary>
    public static DecideAppealRequest Decide(Appeal appeal, AppealDecision decision = AppealDecision.Upheld) => new()
    {
        RequestId = Some.RequestId(),
        AppealNumber = appeal.AppealNumber,
        Etag = appeal.Etag,
        Decisions =
        {
            appeal.Items.Select(item => new AppealItemDecision
            {
                FineNumber = item.FineNumber,
                Decision = decision,
                NewAmount = decision == AppealDecision.Reduced ? Pounds(1) : null,
                Reason = "Seen from the photograph.",
            }),
        },
    };

    /// <summary>Submits an appeal and brings it to a stage, as counter and reviewer do.</summary>
    public static async Task<Appeal> AtAsync(
        AppealStage stage, GatewayClient counter, GatewayClient reviewer, SubmitAppealRequest? request = null)
    {
        var appeal = (await counter.Appeals.SubmitAppealAsync(request ?? Whole())).Appeal;
        if (stage == AppealStage.Withdrawn)
            return (await counter.Appeals.WithdrawAppealAsync(Withdrawal(appeal))).Appeal;
        AppealStage[] way = [AppealStage.Received, AppealStage.UnderReview, AppealStage.DocumentsRequested];
        foreach (var next in way.Where(next => next <= stage && (next != AppealStage.DocumentsRequested || next == stage)))
            appeal = (await reviewer.Reviews.AdvanceAppealAsync(Advance(appeal, next))).Appeal;
        return stage == AppealStage.Decided
            ? (await reviewer.Reviews.DecideAppealAsync(Decide(appeal))).Appeal
            : appeal;
    }

    /// <summary>
    /// Pays fines, appeals against them and has all cancelled as wrongly recorded: a refund for each, and the fee's.
    /// </summary>
    public static async Task<DecideAppealResponse> RefundedAsync(
        GatewayClient counter, GatewayClient reviewer, params IReadOnlyCollection<Fine> fines)
    {
        await counter.Settlements.SettleFinesAsync(Some.Settlement(Some.Debtor(), fines));
        var appeal = await AtAsync(
            AppealStage.UnderReview, counter, reviewer, Partial(null, fines.Select(fine => fine.FineNumber)));
        var request = Decide(appeal, AppealDecision.Cancelled);
        foreach (var decision in request.Decisions)
            decision.WronglyRecorded = true;
        return await reviewer.Reviews.DecideAppealAsync(request);
    }
}
