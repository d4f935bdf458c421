using Gateway.Contracts.V1;
using Gateway.Domain;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.IntegrationTests.Laws;

/// <summary>
/// The laws of settlements and appeals, on plain dictionaries: what each request is to be answered and what it changes. It shares
/// nothing with the gateway but the contract, the etag and the calendar.
/// </summary>
internal sealed class LawModel(LawBooks books, LawScene scene, BusinessCalendar calendar)
{
    private readonly SettlementLaws _settlements = new(books, scene, calendar);
    private readonly ReconciliationLaws _reconciliation = new(books);
    private readonly AppealLaws _appeals = new(books, scene, calendar);
    private readonly ReviewLaws _reviews = new(books, scene);

    /// <summary>What the laws say to a request at this moment. Changes nothing.</summary>
    public LawVerdict Judge(LawRequest request, DateTimeOffset now)
    {
        if (books.Results.TryGetValue(request.Key, out var earlier))
            return request.Message is AbandonSettlementRequest ? WhatBecame(earlier) : Replay(earlier, request);

        var verdict = request.Message switch
        {
            SettleFinesRequest settle => _settlements.Settle(request, settle, now),
            ReverseSettlementRequest reverse => _settlements.Reverse(request, reverse, now),
            ReconcileBusinessDayRequest => _reconciliation.Reconcile(request, now),
            SubmitAppealRequest submit => _appeals.Submit(request, submit, now),
            WithdrawAppealRequest withdraw => _appeals.Withdraw(request, withdraw, now),
            AdvanceAppealRequest advance => _reviews.Advance(request, advance, now),
            DecideAppealRequest decide => _reviews.Decide(request, decide, now),
            _ => new LawVerdict(LawAnswer.Done, Abandonment(request, now)),
        };
        return verdict.Outcome != LawAnswer.Done ? verdict : verdict with
        {
            Effect = response =>
            {
                verdict.Effect?.Invoke(response);
                books.Results.Add(
                    request.Key,
                    new LawResult(request, response.ToByteArray(), request.Message is AbandonSettlementRequest));
            },
        };
    }

    private static LawVerdict Replay(LawResult earlier, LawRequest request)
    {
        if (earlier.IsAbandoned)
            return LawVerdict.Refused(ErrorReason.RequestIdAbandoned);
        return earlier.Request.Identity == request.Identity
            ? new LawVerdict(LawAnswer.Done, LawResponses.Parse(request, earlier.Response))
            : LawVerdict.Refused(ErrorReason.RequestIdReused);
    }

    private LawVerdict WhatBecame(LawResult earlier)
    {
        if (earlier.IsAbandoned)
            return new LawVerdict(LawAnswer.Done, AbandonSettlementResponse.Parser.ParseFrom(earlier.Response));
        if (earlier.Request.Message is not SettleFinesRequest)
            return LawVerdict.Refused(ErrorReason.RequestIdReused);

        var made = SettleFinesResponse.Parser.ParseFrom(earlier.Response).Settlement;
        return new LawVerdict(
            LawAnswer.Done,
            new AbandonSettlementResponse { Settlement = books.Settlements[made.SettlementNumber].View });
    }

    private static AbandonSettlementResponse Abandonment(LawRequest request, DateTimeOffset now) => new()
    {
        Abandonment = new Abandonment
        {
            RequestId = request.RequestId,
            AbandonTime = Timestamp.FromDateTimeOffset(now),
        },
    };
}

/// <summary>Reads answers.</summary>
internal static class LawResponses
{
    /// <summary>The appeal that an answer tells; null where it tells none.</summary>
    public static Appeal? AppealOf(IMessage? response) => response switch
    {
        SubmitAppealResponse submit => submit.Appeal,
        WithdrawAppealResponse withdraw => withdraw.Appeal,
        AdvanceAppealResponse advance => advance.Appeal,
        DecideAppealResponse decide => decide.Appeal,
        _ => null,
    };

    /// <summary>The answer to a request, from its bytes.</summary>
    public static IMessage Parse(LawRequest request, byte[] response) => request.Message switch
    {
        SettleFinesRequest => SettleFinesResponse.Parser.ParseFrom(response),
        ReverseSettlementRequest => ReverseSettlementResponse.Parser.ParseFrom(response),
        AbandonSettlementRequest => AbandonSettlementResponse.Parser.ParseFrom(response),
        SubmitAppealRequest => SubmitAppealResponse.Parser.ParseFrom(response),
        WithdrawAppealRequest => WithdrawAppealResponse.Parser.ParseFrom(response),
        AdvanceAppealRequest => AdvanceAppealResponse.Parser.ParseFrom(response),
        DecideAppealRequest => DecideAppealResponse.Parser.ParseFrom(response),
        _ => ReconcileBusinessDayResponse.Parser.ParseFrom(response),
    };
}
