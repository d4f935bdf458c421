using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;
using FineStatus = Gateway.Domain.FineStatus;

namespace Gateway.IntegrationTests.Laws;

/// <summary>What requests to settle and to reverse come to (laws 1, 2, 4, 5 and 9).</summary>
internal sealed class SettlementLaws(LawBooks books, LawScene scene, BusinessCalendar calendar)
{
    private static readonly TimeSpan OldestCollection = TimeSpan.FromDays(31);

    /// <summary>A request to settle that was not answered before.</summary>
    public LawVerdict Settle(LawRequest request, SettleFinesRequest settle, DateTimeOffset now)
    {
        if (settle.Payment.CollectTime.ToDateTimeOffset() < now - OldestCollection)
            return LawVerdict.Refused(ErrorReason.InvalidFields);

        var subject = settle.Subject.Equals(scene.Subject(0)) ? 0 : 1;
        var fines = settle.Items.Select(item => scene.FineOf(item.FineNumber)).ToList();
        var pairs = settle.Items.Zip(fines, (item, fine) => (Item: item, Fine: books.Fines[fine])).ToList();
        var day = calendar.BusinessDate(now);
        return 0 switch
        {
            _ when fines.Any(fine => fine / LawScene.FinesOfSubject != subject) =>
                LawVerdict.Refused(ErrorReason.FineUnknown),
            _ when pairs.Any(pair => pair.Fine.Status != FineStatus.Outstanding) =>
                LawVerdict.Refused(ErrorReason.FineNotOutstanding),
            _ when pairs.Any(pair => pair.Item.Etag != pair.Fine.Etag) => LawVerdict.Refused(ErrorReason.FineChanged),
            _ when pairs.Any(pair => !pair.Item.Amount.Equals(pair.Fine.Due.ToWire())) =>
                LawVerdict.Refused(ErrorReason.AmountMismatch),
            _ when !settle.Payment.Amount.Equals(Money.Sum(pairs.Select(pair => pair.Fine.Due)).ToWire()) =>
                LawVerdict.Refused(ErrorReason.AmountMismatch),
            _ when books.IsTaken(settle.Payment) => LawVerdict.Refused(ErrorReason.PaymentReferenceReused),
            _ when books.ClosedDays.ContainsKey(day) => LawVerdict.Refused(ErrorReason.BusinessDayClosed),
            _ => new LawVerdict(
                LawAnswer.Done,
                new SettleFinesResponse { Settlement = New(settle, day, now) },
                response => Add(request, ((SettleFinesResponse)response).Settlement, fines)),
        };
    }

    /// <summary>A request to take back that was not answered before.</summary>
    public LawVerdict Reverse(LawRequest request, ReverseSettlementRequest reverse, DateTimeOffset now)
    {
        if (!books.Settlements.TryGetValue(reverse.SettlementNumber, out var settlement)
            || (request.Caller.Grant.OnlyBranch is { } branch && settlement.Wire.Counter.BranchCode != branch))
            return LawVerdict.Refused(ErrorReason.SettlementUnknown);
        if (settlement.Reversal is not null)
            return LawVerdict.Refused(ErrorReason.SettlementReversed);

        var fines = settlement.Wire.Items.Select(item => scene.FineOf(item.FineNumber)).ToList();
        // One that an appeal made less since is paid, but not by what it is now.
        if (settlement.Wire.Items.Zip(fines, (item, fine) => (Paid: item.Amount, Fine: books.Fines[fine])).Any(pair =>
                pair.Fine.Status != FineStatus.Settled
                || !pair.Paid.Equals((pair.Fine.Amount + LawScene.Fees).ToWire())))
            return LawVerdict.Refused(ErrorReason.FineNotSettled);
        if (books.ClosedDays.ContainsKey(settlement.Day) || settlement.Day != calendar.BusinessDate(now))
            return LawVerdict.Refused(ErrorReason.BusinessDayClosed);

        var reversed = settlement with
        {
            Reversal = new Reversal
            {
                RequestId = request.RequestId,
                Counter = reverse.Counter,
                Reason = reverse.Reason,
                Note = reverse.Note,
                ReverseTime = Timestamp.FromDateTimeOffset(now),
            },
            Reverser = request.Caller.Id,
        };
        return new LawVerdict(
            LawAnswer.Done,
            new ReverseSettlementResponse { Settlement = reversed.View },
            _ =>
            {
                books.Settlements[reverse.SettlementNumber] = reversed;
                foreach (var fine in fines)
                    books.Fines[fine] = books.Fines[fine] with { Status = FineStatus.Outstanding, Settlement = null };
            });
    }

    private static Settlement New(SettleFinesRequest settle, DateOnly day, DateTimeOffset now) => new()
    {
        RequestId = settle.RequestId,
        Counter = settle.Counter,
        Subject = settle.Subject,
        Items =
        {
            settle.Items.Select(item => new SettledItem
            {
                FineNumber = item.FineNumber,
                ViolationAr = LawScene.ViolationAr,
                ViolationEn = LawScene.ViolationEn,
                Amount = item.Amount,
            }),
        },
        Total = settle.Payment.Amount,
        Payment = settle.Payment,
        BusinessDate = day.ToWire(),
        SettleTime = Timestamp.FromDateTimeOffset(now),
    };

    private void Add(LawRequest request, Settlement made, List<int> fines)
    {
        // No number is ever given twice.
        books.Settlements.Add(made.SettlementNumber, new LawSettlement(made, request.Caller.Id, null, null));
        foreach (var fine in fines)
            books.Fines[fine] = books.Fines[fine] with
            {
                Status = FineStatus.Settled,
                Settlement = made.SettlementNumber,
            };
    }
}
