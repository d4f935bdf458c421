using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf.WellKnownTypes;
using AppealStage = Gateway.Contracts.V1.AppealStage;
using PaymentMethod = Gateway.Contracts.V1.PaymentMethod;
using RefundKind = Gateway.Contracts.V1.RefundKind;
using SmsState = Gateway.Contracts.V1.SmsState;

namespace Gateway.IntegrationTests.Laws;

/// <summary>An appeal as the laws have it. Immutable.</summary>
/// <param name="Wire">As it stands now, with who moved it.</param>
/// <param name="Caller">Who submitted it.</param>
/// <param name="PaidBy">For each of its fines the settlement that paid it; null for none.</param>
internal sealed record LawAppeal(Appeal Wire, string Caller, IReadOnlyList<string?> PaidBy)
{
    /// <summary>Whether it is still to be decided.</summary>
    public bool IsOpen => Wire.Stage is not (AppealStage.Decided or AppealStage.Withdrawn);

    /// <summary>Whether it can go to a stage (law 8).</summary>
    public bool CanMove(AppealStage to) => IsOpen && (to == AppealStage.Withdrawn || (Wire.Stage, to) is
        (AppealStage.Submitted, AppealStage.Received)
        or (AppealStage.Received, AppealStage.UnderReview)
        or (AppealStage.UnderReview, AppealStage.DocumentsRequested or AppealStage.Decided)
        or (AppealStage.DocumentsRequested, AppealStage.UnderReview));

    /// <summary>The same appeal at its next stage, which one event tells.</summary>
    public LawAppeal Move(AppealStage to, string actor, string note, DateTimeOffset now)
    {
        var wire = Wire.Clone();
        wire.Stage = to;
        wire.Events.Add(new AppealEvent
        {
            Sequence = wire.Events.Count + 1,
            Stage = to,
            EventTime = Timestamp.FromDateTimeOffset(now),
            PublicNote = note,
            Actor = actor,
            Sms = new SmsMessage { State = SmsState.Queued },
        });
        wire.Etag = AppealEtag.Of(wire.AppealNumber, wire.Events.Count, documents: 0);
        var moved = this with { Wire = wire };
        if (!moved.IsOpen)
            wire.EndTime = Timestamp.FromDateTimeOffset(now);
        return moved;
    }

    /// <summary>The appeal as a counter sees it.</summary>
    public Appeal WithoutActors()
    {
        var wire = Wire.Clone();
        foreach (var stage in wire.Events)
            stage.Actor = "";
        return wire;
    }
}

/// <summary>A refund as the laws have it.</summary>
internal sealed record LawRefund(
    RefundKind Kind, string AppealNumber, string FineNumber, string Settlement, Money Amount);

/// <summary>What the database has to hold of appeals. Not thread-safe.</summary>
internal sealed class AppealBooks
{
    /// <summary>Appeals by number.</summary>
    public Dictionary<string, LawAppeal> Appeals { get; } = [];

    /// <summary>What goes back.</summary>
    public List<LawRefund> Refunds { get; } = [];

    /// <summary>Whether a fee with this method and reference was taken before. Never so for cash.</summary>
    public bool IsTaken(Payment fee) => fee.Method != PaymentMethod.Cash
        && Appeals.Values.Any(appeal => appeal.Wire.FeePayment.Method == fee.Method
            && appeal.Wire.FeePayment.Reference == fee.Reference);

    /// <summary>All of it, a line for each row of the database, as <see cref="StoredAppeals"/> has them.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var appeal in Appeals.Values)
        {
            var wire = appeal.Wire;
            yield return LawBooks.Line(
                "appeal", wire.AppealNumber, appeal.Caller, wire.RequestId, wire.Counter.BranchCode,
                wire.AllOutstanding ? 1 : 0, wire.Appellant.NationalId, wire.Appellant.MobileNumber,
                LawBooks.Piastres(wire.FeePayment.Amount), (int)wire.FeePayment.Method, wire.FeePayment.Reference,
                (int)wire.Stage, (int)wire.Result);
            for (var i = 0; i < wire.Items.Count; i++)
                yield return ItemLine(appeal, i);
            foreach (var stage in wire.Events)
                yield return LawBooks.Line(
                    "event", wire.AppealNumber, stage.Sequence, (int)stage.Stage, stage.Actor, stage.PublicNote,
                    (int)stage.Sms.State);
        }

        foreach (var refund in Refunds)
            yield return LawBooks.Line(
                "refund", (int)refund.Kind, refund.AppealNumber, refund.FineNumber, refund.Settlement,
                refund.Amount.Piastres, Appeals[refund.AppealNumber].Wire.Appellant.NationalId);
    }

    private static string ItemLine(LawAppeal appeal, int index)
    {
        var item = appeal.Wire.Items[index];
        return LawBooks.Line(
            "appeal item", appeal.Wire.AppealNumber, index + 1, item.FineNumber, appeal.PaidBy[index],
            LawBooks.Piastres(item.Amount), LawBooks.Piastres(item.Fees), LawBooks.Piastres(item.ContestedAmount),
            appeal.IsOpen ? 1 : 0, (int)item.Decision,
            item.NewAmount is null ? 0 : LawBooks.Piastres(item.NewAmount), item.WronglyRecorded ? 1 : 0);
    }
}
