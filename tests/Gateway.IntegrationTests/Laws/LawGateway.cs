using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Appeals;
using Gateway.Server.Callers;
using Gateway.Server.Calls;
using Gateway.Server.Errors;
using Gateway.Server.Reconciliation;
using Gateway.Server.Replays;
using Gateway.Server.Reviews;
using Gateway.Server.Settlements;
using Gateway.Server.TimeStamps;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.IntegrationTests.Laws;

/// <summary>The desks of a gateway, without the wire before them. Thread-safe.</summary>
internal sealed class LawGateway
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TimeProvider _time;
    private readonly SettlementDesk _settlements;
    private readonly ReversalDesk _reversals;
    private readonly AbandonmentDesk _abandonments;
    private readonly ReconciliationDesk _reconciliation;
    private readonly SettlementInquiryDesk _inquiry;
    private readonly AppealDesk _appeals;
    private readonly WithdrawalDesk _withdrawals;
    private readonly ReviewDesk _reviews;
    private readonly AppealInquiryDesk _appealInquiry;

    public LawGateway(IProsecutionDatabase database, TimeProvider time, BusinessCalendar calendar)
    {
        var once = new RequestOnce(database, time);
        var staged = new StagedList(database, time, NullLogger<StagedList>.Instance);
        var money = new MoneyGate(() => TimeGrade.Proven);
        _time = time;
        _settlements = new SettlementDesk(once, money, calendar, time);
        _reversals = new ReversalDesk(once, money, calendar, time);
        _abandonments = new AbandonmentDesk(once, calendar, time);
        _reconciliation = new ReconciliationDesk(database, staged, once, calendar, time);
        _inquiry = new SettlementInquiryDesk(database, calendar);
        _appeals = new AppealDesk(once, money, calendar, new AppealOptions(), time);
        _withdrawals = new WithdrawalDesk(once, time);
        _reviews = new ReviewDesk(once, calendar, time);
        _appealInquiry = new AppealInquiryDesk(database);
    }

    /// <summary>Sends a request.</summary>
    public async Task<LawAnswer> SendAsync(LawRequest request)
    {
        try
        {
            return new LawAnswer(LawAnswer.Done, await CarryOutAsync(request));
        }
        catch (RefusalException refused)
        {
            return new LawAnswer(refused.Refusal.ReasonName);
        }
        catch (DatabaseUnavailableException)
        {
            return new LawAnswer(LawAnswer.Unavailable);
        }
        catch (GatewayKilledException)
        {
            return new LawAnswer(LawAnswer.Killed);
        }
    }

    /// <summary>The settlement that a request made, as it stands; null where there is none.</summary>
    public Task<Settlement?> FindByRequestAsync(LawRequest request) =>
        FindAsync(new SettlementQuestion("", request.Caller.Id, request.RequestId, null));

    /// <summary>The settlement with a number, as it stands; null where there is none.</summary>
    public Task<Settlement?> FindByNumberAsync(string number) =>
        FindAsync(new SettlementQuestion(number, "", "", null));

    /// <summary>An appeal as it stands, with who moved it; null where there is none.</summary>
    public async Task<Appeal?> FindAppealAsync(string number)
    {
        try
        {
            return await _appealInquiry.FindAsync(new AppealKey(number, null, null), showActors: true, None);
        }
        catch (RefusalException refused) when (refused.Refusal.Reason == ErrorReason.AppealUnknown)
        {
            return null;
        }
    }

    private async Task<Settlement?> FindAsync(SettlementQuestion question)
    {
        try
        {
            return await _inquiry.FindAsync(question, None);
        }
        catch (RefusalException refused) when (refused.Refusal.Reason == ErrorReason.SettlementUnknown)
        {
            return null;
        }
    }

    private async Task<IMessage> CarryOutAsync(LawRequest request)
    {
        var grant = request.Caller.Grant;
        var call = CallOf(request);
        return request.Message switch
        {
            SettleFinesRequest settle =>
                await _settlements.SettleAsync(SettlementRequests.Read(settle, grant, call), None),
            ReverseSettlementRequest reverse =>
                await _reversals.ReverseAsync(ReversalRequests.Read(reverse, grant, call), None),
            AbandonSettlementRequest abandon =>
                await _abandonments.AbandonAsync(ReversalRequests.Read(abandon, grant, call), None),
            SubmitAppealRequest submit =>
                await _appeals.SubmitAsync(AppealRequests.Read(submit, grant, call), None),
            WithdrawAppealRequest withdraw =>
                await _withdrawals.WithdrawAsync(AppealRequests.Read(withdraw, grant, call), None),
            AdvanceAppealRequest advance =>
                await _reviews.AdvanceAsync(ReviewRequests.Read(advance, grant, call), None),
            DecideAppealRequest decide =>
                await _reviews.DecideAsync(ReviewRequests.Read(decide, grant, call), None),
            _ => await _reconciliation.ReconcileAsync(new PostList(new Stream(request.Messages)), grant, call, None),
        };
    }

    // No desk looks at the certificate.
    private Call CallOf(LawRequest request) => new()
    {
        Id = Guid.CreateVersion7(_time.GetUtcNow()),
        Path = request.Path,
        Method = null,
        IsOpen = false,
        IsSigned = true,
        Nonce = "",
        Deadline = DateTimeOffset.MaxValue,
        Time = _time,
        Aborted = None,
        Identity = new CallerIdentity(
            null!, "", DateTimeOffset.MaxValue, request.Caller.Grant.Caller.Id, request.Caller.Grant.Caller),
    };

    private sealed class Stream(IReadOnlyList<IMessage> messages) : IAsyncStreamReader<ReconcileBusinessDayRequest>
    {
        private int _next;

        public ReconcileBusinessDayRequest Current => (ReconcileBusinessDayRequest)messages[_next - 1];

        public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(_next++ < messages.Count);
    }
}
