using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Errors;
using Gateway.Server.Replays;
using Gateway.Server.Requests;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Server.Settlements;

/// <summary>
/// Finds out what became of a request to settle, and forbids it for ever where nothing did (law 11). Thread-safe.
/// </summary>
internal sealed class AbandonmentDesk(RequestOnce once, BusinessCalendar calendar, TimeProvider time)
{
    private const string Settle = "/traffic.gateway.v1.SettlementService/SettleFines";

    /// <summary>The settlement that the request made, as it stands; or the promise that it never makes one.</summary>
    /// <param name="request">The request to abandon; its id is that of the request to settle.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <exception cref="RefusalException">REQUEST_ID_REUSED: the id was used for something else than to
    /// settle.</exception>
    public Task<AbandonSettlementResponse> AbandonAsync(
        OnceRequest request, CancellationToken cancellationToken) => once.WriteAsync(
            async session =>
            {
                var calls = new CallResultStore(session);
                if (await calls.HoldAsync(request.Caller, request.RequestId, cancellationToken) is { } earlier)
                    return await WhatBecameAsync(session, earlier, cancellationToken);

                var now = Milliseconds.Of(time.GetUtcNow());
                var response = new AbandonSettlementResponse
                {
                    Abandonment = new Abandonment
                    {
                        RequestId = request.RequestId,
                        AbandonTime = Timestamp.FromDateTimeOffset(now),
                    },
                };
                await calls.InsertAsync(
                    RequestOnce.Result(request, response, now, CallResultState.Abandoned), cancellationToken);
                return response;
            },
            cancellationToken);

    private async Task<AbandonSettlementResponse> WhatBecameAsync(
        DatabaseSession session, CallResult earlier, CancellationToken cancellationToken)
    {
        if (earlier.State == CallResultState.Abandoned)
            return AbandonSettlementResponse.Parser.ParseFrom(earlier.Response.Span);
        if (earlier.Method != Settle)
            throw new Refusal(ErrorReason.RequestIdReused).ToException();

        var found = await new SettlementStore(session)
            .FindByRequestAsync(earlier.Caller, earlier.RequestId, cancellationToken)
            ?? throw new InvalidOperationException("An answered request to settle without its settlement.");
        return new AbandonSettlementResponse
        {
            Settlement = await SettlementView.ReadAsync(session, found, calendar, cancellationToken),
        };
    }
}
