using System.Collections.Concurrent;
using Gateway.Contracts.V1;
using Gateway.Domain;
using Gateway.Server.Requests;
using Gateway.Testing.Gateways;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using AppealDecision = Gateway.Contracts.V1.AppealDecision;
using AppealGround = Gateway.Contracts.V1.AppealGround;
using AppealStage = Gateway.Contracts.V1.AppealStage;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// Writes the requests about appeals, and remembers each appeal as it was heard of first and last. Thread-safe.
/// </summary>
internal sealed class AppealTeller(LawScene scene)
{
    private const int MostSuiting = 6;
    private const string NoEtag = "0123456789abcdef";
    private static readonly Money Part = Money.FromPiastres(3_333);
    private static readonly string NoAppeal = RecordNumber.Create(new DateOnly(2025, 12, 31), _ => 1);

    private readonly ConcurrentQueue<string> _numbers = [];
    private readonly ConcurrentDictionary<string, (Appeal First, Appeal Last)> _known = [];

    /// <summary>The request that a step sends; null where it is not about appeals.</summary>
    public IMessage? Write(CallStep step, DateTimeOffset now) => step switch
    {
        AppealStep submit => Submission(submit, now),
        WithdrawStep withdraw => Withdrawal(withdraw),
        AdvanceStep advance => Advance(advance),
        DecideStep decide => Decision(decide),
        _ => null,
    };

    /// <summary>Sees an appeal.</summary>
    public void Hear(Appeal appeal) => _known.AddOrUpdate(
        appeal.AppealNumber,
        _ =>
        {
            _numbers.Enqueue(appeal.AppealNumber);
            return (appeal, appeal);
        },
        (_, known) => (known.First, appeal.Events.Count > known.Last.Events.Count ? appeal : known.Last));

    private SubmitAppealRequest Submission(AppealStep step, DateTimeOffset now)
    {
        var submit = SomeAppeal.Whole(scene.Subject(step.Subject));
        if (step.Fines != 0)
        {
            var first = step.Subject * LawScene.FinesOfSubject;
            var fines = Enumerable.Range(0, LawScene.FinesOfSubject)
                .Where(bit => (step.Fines & (1 << bit)) != 0).Select(bit => first + bit).ToList();
            if (step.WithStranger)
                fines.Add(LawScene.Fines - 1 - first);
            submit.Partial = new PartialAppeal { Items = { fines.Select(fine => Item(fine, step.Contested)) } };
        }

        submit.RequestId = scene.RequestId(step.Request);
        submit.Counter = LawCaller.All[step.Caller].Counter;
        submit.FeePayment = step.Fee == FeeKind.Missing ? null : new Payment
        {
            Method = step.Method,
            Amount = (AppealLaws.Fee + (step.Fee == FeeKind.Wrong ? Money.FromPiastres(1) : Money.Zero)).ToWire(),
            Reference = step.Reference == 0 ? "" : scene.Reference(step.Reference),
            CollectTime = Timestamp.FromDateTimeOffset(now),
        };
        return submit;
    }

    private PartialAppealItem Item(int fine, ContestedKind contested) => new()
    {
        FineNumber = scene.FineNumber(fine),
        Ground = contested == ContestedKind.All ? AppealGround.SignNotVisible : AppealGround.WrongAmount,
        ContestedAmount = contested switch
        {
            ContestedKind.Part => Part.ToWire(),
            // However often it is raised.
            ContestedKind.TooMuch => Money.FromAmount(1_000_000).ToWire(),
            _ => null,
        },
    };

    private WithdrawAppealRequest Withdrawal(WithdrawStep step) => new()
    {
        RequestId = scene.RequestId(step.Request),
        Counter = LawCaller.All[step.Caller].Counter,
        AppealNumber = Find(step.Appeal, IsOpen)?.Last.AppealNumber ?? NoAppeal,
        AppellantNationalId = step.ByAnother ? SomeAppeal.OtherNationalId : SomeAppeal.NationalId,
    };

    private AdvanceAppealRequest Advance(AdvanceStep step)
    {
        // One under review is to be decided rather.
        var found = Find(step.Appeal, appeal => IsOpen(appeal) && appeal.Stage != AppealStage.UnderReview);
        var stage = step.Stage != AppealStage.Unspecified ? step.Stage : found?.Last.Stage switch
        {
            AppealStage.Received or AppealStage.DocumentsRequested => AppealStage.UnderReview,
            AppealStage.UnderReview => AppealStage.DocumentsRequested,
            _ => AppealStage.Received,
        };
        return new AdvanceAppealRequest
        {
            RequestId = scene.RequestId(step.Request),
            AppealNumber = found?.Last.AppealNumber ?? NoAppeal,
            Etag = EtagOf(found, step.IsStale),
            Stage = stage,
            PublicNote = stage == AppealStage.DocumentsRequested ? "عقد البيع" : "",
        };
    }

    private DecideAppealRequest Decision(DecideStep step)
    {
        var found = Find(step.Appeal, appeal => appeal.Stage == AppealStage.UnderReview);
        var decide = new DecideAppealRequest
        {
            RequestId = scene.RequestId(step.Request),
            AppealNumber = found?.Last.AppealNumber ?? NoAppeal,
            Etag = EtagOf(found, step.IsStale),
            PublicNote = "By the photograph.",
        };
        if (found is { } known)
            decide.Decisions.Add(known.Last.Items.Select((item, i) => Decided(item, step.Decisions >> (2 * i), step)));
        if (found is null || step.IsStrange)
            decide.Decisions.Add(new AppealItemDecision
            {
                FineNumber = "999999999999",
                Decision = AppealDecision.Upheld,
                Reason = "None.",
            });
        return decide;
    }

    private static AppealItemDecision Decided(AppealItem item, int bits, DecideStep step)
    {
        var decision = (bits & 3) switch
        {
            0 => AppealDecision.Upheld,
            1 => AppealDecision.Reduced,
            _ => AppealDecision.Cancelled,
        };
        return new AppealItemDecision
        {
            FineNumber = item.FineNumber,
            Decision = decision,
            NewAmount = decision == AppealDecision.Reduced ? Reduced(item, step.Reduction).ToWire() : null,
            WronglyRecorded = (bits & 3) == 3,
            Reason = "Seen from the photograph.",
        };
    }

    private static Money Reduced(AppealItem item, ReductionKind kind)
    {
        var (amount, contested) = (LawBooks.Piastres(item.Amount), LawBooks.Piastres(item.ContestedAmount));
        return Money.FromPiastres(kind switch
        {
            ReductionKind.NotAtAll => amount,
            ReductionKind.ByContested => Math.Max(amount - contested, 1),
            ReductionKind.ByPiastre => Math.Max(amount - 1, 1),
            _ => 1,
        });
    }

    // Mostly the newest of those that suit, as a reviewer works down his list.
    private (Appeal First, Appeal Last)? Find(int appeal, Func<Appeal, bool> suits)
    {
        // Others may hear of an appeal meanwhile: a queue's own copy is whole, and its number comes before the rest.
        var all = Enumerable.Reverse(_numbers.ToArray()).Where(_known.ContainsKey).Select(number => _known[number])
            .ToList();
        var suiting = all.Where(known => suits(known.Last)).ToList();
        var from = appeal <= MostSuiting && suiting.Count > 0 ? suiting : all;
        return appeal == 0 || from.Count == 0 ? null : from[(appeal - 1) % from.Count];
    }

    private static string EtagOf((Appeal First, Appeal Last)? known, bool isStale) =>
        known is not { } seen ? NoEtag : isStale ? seen.First.Etag : seen.Last.Etag;

    private static bool IsOpen(Appeal appeal) => appeal.Stage is not (AppealStage.Decided or AppealStage.Withdrawn);
}
