using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using AppealStage = Gateway.Contracts.V1.AppealStage;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What requests to appeal and to take an appeal back come to (laws 7 and 8).</summary>
internal sealed class AppealLaws(LawBooks books, LawScene scene, BusinessCalendar calendar)
{
    /// <summary>What an appeal costs.</summary>
    public static readonly Money Fee = Money.FromAmount(25);

    private static readonly TimeSpan OldestCollection = TimeSpan.FromDays(31);
    private static readonly TimeSpan DecisionTime = TimeSpan.FromHours(72);

    /// <summary>A request to appeal that was not answered before.</summary>
    public LawVerdict Submit(LawRequest request, SubmitAppealRequest submit, DateTimeOffset now)
    {
        if (submit.FeePayment is not { } fee || fee.CollectTime.ToDateTimeOffset() < now - OldestCollection)
            return LawVerdict.Refused(ErrorReason.InvalidFields);

        var subject = submit.Subject.Equals(scene.Subject(0)) ? 0 : 1;
        var fines = submit.Partial is { } partial
            ? partial.Items.Select(item => scene.FineOf(item.FineNumber)).ToList()
            : [.. Enumerable.Range(subject * LawScene.FinesOfSubject, LawScene.FinesOfSubject)
                .Where(fine => books.Fines[fine].Status == FineStatus.Outstanding)];
        var day = calendar.BusinessDate(now);
        return 0 switch
        {
            _ when fines.Count == 0 => LawVerdict.Refused(ErrorReason.NothingOutstanding),
            _ when fines.Any(fine => fine / LawScene.FinesOfSubject != subject) =>
                LawVerdict.Refused(ErrorReason.FineUnknown),
            _ when fines.Any(fine => books.Fines[fine].Status is FineStatus.UnderAppeal or FineStatus.Cancelled) =>
                LawVerdict.Refused(ErrorReason.FineNotAppealable),
            _ when fines.Zip(Contested(submit, fines)).Any(pair => pair.Second > books.Fines[pair.First].Amount) =>
                LawVerdict.Refused(ErrorReason.AmountMismatch),
            _ when !fee.Amount.Equals(Fee.ToWire()) => LawVerdict.Refused(ErrorReason.AmountMismatch),
            _ when books.Appeals.IsTaken(fee) => LawVerdict.Refused(ErrorReason.PaymentReferenceReused),
            _ when books.ClosedDays.ContainsKey(day) => LawVerdict.Refused(ErrorReason.BusinessDayClosed),
            _ => Submitted(request, submit, fines, day, now),
        };
    }

    /// <summary>A request to take an appeal back that was not answered before.</summary>
    public LawVerdict Withdraw(LawRequest request, WithdrawAppealRequest withdraw, DateTimeOffset now)
    {
        if (!books.Appeals.Appeals.TryGetValue(withdraw.AppealNumber, out var appeal))
            return LawVerdict.Refused(ErrorReason.AppealUnknown);
        if (withdraw.AppellantNationalId != appeal.Wire.Appellant.NationalId)
            return LawVerdict.Refused(
                request.Caller.Grant.OnlyBranch is { } branch && appeal.Wire.Counter.BranchCode != branch
                    ? ErrorReason.AppealUnknown
                    : ErrorReason.PersonMismatch);
        if (!appeal.CanMove(AppealStage.Withdrawn))
            return LawVerdict.Refused(ErrorReason.AppealStageConflict);

        var withdrawn = appeal.Move(AppealStage.Withdrawn, request.Caller.Id, "", now);
        return new LawVerdict(
            LawAnswer.Done,
            new WithdrawAppealResponse { Appeal = withdrawn.WithoutActors() },
            _ =>
            {
                books.Appeals.Appeals[withdraw.AppealNumber] = withdrawn;
                for (var i = 0; i < withdrawn.Wire.Items.Count; i++)
                    books.SetStatus(
                        scene.FineOf(withdrawn.Wire.Items[i].FineNumber),
                        withdrawn.PaidBy[i] is null ? FineStatus.Outstanding : FineStatus.Settled);
            });
    }

    private LawVerdict Submitted(
        LawRequest request, SubmitAppealRequest submit, List<int> fines, DateOnly day, DateTimeOffset now)
    {
        var contested = Contested(submit, fines);
        var appellant = submit.Appellant.Clone();
        appellant.MobileNumber = "+2" + appellant.MobileNumber;
        var wire = new Appeal
        {
            RequestId = submit.RequestId,
            Counter = submit.Counter,
            Subject = submit.Subject,
            Appellant = appellant,
            AllOutstanding = submit.Partial is null,
            Items = { fines.Select((fine, i) => Item(submit, fine, i, contested[i])) },
            SubmitTime = Timestamp.FromDateTimeOffset(now),
            DueTime = Timestamp.FromDateTimeOffset(now + DecisionTime),
            FeePayment = submit.FeePayment,
            BusinessDate = day.ToWire(),
        };
        var appeal = new LawAppeal(wire, request.Caller.Id, [.. fines.Select(fine => books.Fines[fine].Settlement)])
            .Move(AppealStage.Submitted, request.Caller.Id, "", now);
        return new LawVerdict(
            LawAnswer.Done,
            new SubmitAppealResponse { Appeal = appeal.WithoutActors() },
            response =>
            {
                var made = ((SubmitAppealResponse)response).Appeal;
                appeal.Wire.AppealNumber = made.AppealNumber;
                appeal.Wire.Etag = made.Etag;
                // No number is ever given twice.
                books.Appeals.Appeals.Add(made.AppealNumber, appeal);
                foreach (var fine in fines)
                    books.SetStatus(fine, FineStatus.UnderAppeal);
            });
    }

    private AppealItem Item(SubmitAppealRequest submit, int fine, int index, Money contested)
    {
        var named = submit.Partial?.Items[index];
        return new AppealItem
        {
            FineNumber = scene.FineNumber(fine),
            ViolationAr = LawScene.ViolationAr,
            ViolationEn = LawScene.ViolationEn,
            Amount = books.Fines[fine].Amount.ToWire(),
            Fees = LawScene.Fees.ToWire(),
            ContestedAmount = contested.ToWire(),
            Paid = books.Fines[fine].Status == FineStatus.Settled,
            Ground = named?.Ground ?? submit.AllOutstanding.Ground,
            Statement = named?.Statement ?? submit.AllOutstanding.Statement,
        };
    }

    private List<Money> Contested(SubmitAppealRequest submit, List<int> fines) => [.. fines.Select((fine, i) =>
        submit.Partial?.Items[i].ContestedAmount is { } named
            ? Money.FromPiastres(LawBooks.Piastres(named))
            : books.Fines[fine].Amount)];
}
