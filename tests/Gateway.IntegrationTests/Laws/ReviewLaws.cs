using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf.Collections;
using AppealDecision = Gateway.Contracts.V1.AppealDecision;
using AppealResult = Gateway.Contracts.V1.AppealResult;
using AppealStage = Gateway.Contracts.V1.AppealStage;
using FineStatus = Gateway.Domain.FineStatus;
using RefundKind = Gateway.Contracts.V1.RefundKind;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What requests to move and to decide an appeal come to (laws 7 and 8).</summary>
internal sealed class ReviewLaws(LawBooks books, LawScene scene)
{
    /// <summary>A request to move an appeal that was not answered before.</summary>
    public LawVerdict Advance(LawRequest request, AdvanceAppealRequest advance, DateTimeOffset now)
    {
        if (Refusal(advance.AppealNumber, advance.Etag, advance.Stage) is { } refused)
            return refused;

        var moved = books.Appeals.Appeals[advance.AppealNumber]
            .Move(advance.Stage, request.Caller.Id, advance.PublicNote, now);
        return new LawVerdict(
            LawAnswer.Done,
            new AdvanceAppealResponse { Appeal = moved.Wire },
            _ => books.Appeals.Appeals[advance.AppealNumber] = moved);
    }

    /// <summary>A request to decide an appeal that was not answered before.</summary>
    public LawVerdict Decide(LawRequest request, DecideAppealRequest decide, DateTimeOffset now)
    {
        if (Refusal(decide.AppealNumber, decide.Etag, AppealStage.Decided) is { } refused)
            return refused;

        var appeal = books.Appeals.Appeals[decide.AppealNumber];
        var decisions = decide.Decisions.ToDictionary(decision => decision.FineNumber);
        if (!decisions.Keys.ToHashSet().SetEquals(appeal.Wire.Items.Select(item => item.FineNumber)))
            return LawVerdict.Refused(ErrorReason.InvalidFields);
        if (decide.Decisions.Any(decision => decision.NewAmount is { } reduced
            && LawBooks.Piastres(reduced) >= books.Fines[scene.FineOf(decision.FineNumber)].Amount.Piastres))
            return LawVerdict.Refused(ErrorReason.AmountMismatch);

        var decided = appeal.Move(AppealStage.Decided, request.Caller.Id, decide.PublicNote, now);
        foreach (var item in decided.Wire.Items)
        {
            var decision = decisions[item.FineNumber];
            item.Decision = decision.Decision;
            item.NewAmount = decision.NewAmount;
            item.WronglyRecorded = decision.WronglyRecorded;
            item.DecisionReason = decision.Reason;
        }

        decided.Wire.Result = Result(decided.Wire.Items);
        return new LawVerdict(
            LawAnswer.Done,
            new DecideAppealResponse { Appeal = decided.Wire },
            response =>
            {
                books.Appeals.Appeals[decide.AppealNumber] = decided;
                PutIntoEffect(decided);
                AssertTold(((DecideAppealResponse)response).Refunds, decide.AppealNumber);
            });
    }

    private LawVerdict? Refusal(string appealNumber, string etag, AppealStage to)
    {
        if (!books.Appeals.Appeals.TryGetValue(appealNumber, out var appeal))
            return LawVerdict.Refused(ErrorReason.AppealUnknown);
        if (!appeal.CanMove(to))
            return LawVerdict.Refused(ErrorReason.AppealStageConflict);
        return etag == appeal.Wire.Etag ? null : LawVerdict.Refused(ErrorReason.AppealChanged);
    }

    private static AppealResult Result(IReadOnlyCollection<AppealItem> items)
    {
        if (items.All(item => item.Decision == AppealDecision.Upheld))
            return AppealResult.Rejected;
        return items.All(item => item.Decision switch
        {
            AppealDecision.Cancelled => true,
            AppealDecision.Reduced => LawBooks.Piastres(item.Amount) - LawBooks.Piastres(item.NewAmount)
                >= LawBooks.Piastres(item.ContestedAmount),
            _ => false,
        }) ? AppealResult.Accepted : AppealResult.PartiallyAccepted;
    }

    // All that are due for the appeal or, as long as decisions are answered without them, none.
    private void AssertTold(RepeatedField<Refund> told, string appealNumber)
    {
        if (told.Count == 0)
            return;
        Assert.Equal(
            books.Appeals.Refunds.Where(refund => refund.AppealNumber == appealNumber)
                .Select(refund => (refund.Kind, refund.FineNumber, refund.Amount.Piastres)).Order(),
            told.Select(refund => (refund.Kind, refund.FineNumber, LawBooks.Piastres(refund.Amount))).Order());
    }

    // What goes back is by what the fine has become less, to the piastre.
    private void PutIntoEffect(LawAppeal appeal)
    {
        var number = appeal.Wire.AppealNumber;
        for (var i = 0; i < appeal.Wire.Items.Count; i++)
        {
            var (item, settlement) = (appeal.Wire.Items[i], appeal.PaidBy[i]);
            var fine = scene.FineOf(item.FineNumber);
            var was = books.Fines[fine];
            var now = was with
            {
                Amount = item.NewAmount is { } reduced ? Money.FromPiastres(LawBooks.Piastres(reduced)) : was.Amount,
                Status = item.Decision == AppealDecision.Cancelled ? FineStatus.Cancelled
                    : settlement is null ? FineStatus.Outstanding : FineStatus.Settled,
            };
            books.Fines[fine] = now;
            var less = was.Amount + LawScene.Fees
                - (now.Status == FineStatus.Cancelled ? Money.Zero : now.Amount + LawScene.Fees);
            if (settlement is not null && less > Money.Zero)
                books.Appeals.Refunds.Add(new LawRefund(RefundKind.Fine, number, item.FineNumber, settlement, less));
        }

        if (appeal.Wire.Items.Any(item => item.WronglyRecorded))
            books.Appeals.Refunds.Add(new LawRefund(RefundKind.AppealFee, number, "", "", AppealLaws.Fee));
    }
}
