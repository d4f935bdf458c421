using System.Runtime.ExceptionServices;
using Gateway.Client.Retries;
using Gateway.Contracts.V1;

namespace Gateway.Client.Settlements;

/// <summary>
/// Settles until the outcome is known: the settlement, a refusal, or the promise that it never comes to be.
/// Thread-safe.
/// </summary>
/// <param name="client">Makes each call once: gRPC's own retries would hide whether an earlier attempt left
/// doubt.</param>
/// <param name="loop">Sends calls again.</param>
internal sealed class SettlementCalls(SettlementService.SettlementServiceClient client, AttemptLoop loop)
{
    /// <summary>See <see cref="GatewayClient.SettleAsync"/>.</summary>
    public async Task<SettlementOutcome> SettleAsync(SettleFinesRequest request, CancellationToken cancellationToken)
    {
        // Each attempt sends these bytes, whatever the caller does with its own message meanwhile.
        var sent = request.Clone();
        return await OrUnknownAsync(sent.RequestId, async () =>
        {
            var end = await loop.RunAsync(options => client.SettleFinesAsync(sent, options), cancellationToken)
                .ConfigureAwait(false);
            if (end.Answer?.Settlement is { } settlement)
                return new SettlementOutcome.Settled(settlement);
            if (end is { Failure: not null, IsInDoubt: false })
                ExceptionDispatchInfo.Throw(end.Failure);

            var abandon = new AbandonSettlementRequest { RequestId = sent.RequestId, Counter = sent.Counter };
            var outcome = await SendAbandonAsync(abandon, cancellationToken).ConfigureAwait(false);
            return outcome is SettlementOutcome.Abandoned none ? none with { Failure = end.Failure } : outcome;
        }).ConfigureAwait(false);
    }

    /// <summary>See <see cref="GatewayClient.AbandonAsync"/>.</summary>
    public Task<SettlementOutcome> AbandonAsync(
        AbandonSettlementRequest request, CancellationToken cancellationToken)
    {
        var sent = request.Clone();
        return OrUnknownAsync(sent.RequestId, () => SendAbandonAsync(sent, cancellationToken));
    }

    private async Task<SettlementOutcome> SendAbandonAsync(
        AbandonSettlementRequest request, CancellationToken cancellationToken)
    {
        var end = await loop.RunAsync(options => client.AbandonSettlementAsync(request, options), cancellationToken)
            .ConfigureAwait(false);
        return end.Answer?.OutcomeCase switch
        {
            AbandonSettlementResponse.OutcomeOneofCase.Settlement =>
                new SettlementOutcome.Settled(end.Answer.Settlement),
            AbandonSettlementResponse.OutcomeOneofCase.Abandonment =>
                new SettlementOutcome.Abandoned(end.Answer.Abandonment, Failure: null),
            _ => throw new SettlementOutcomeUnknownException(request.RequestId, end.Failure),
        };
    }

    // Only a refusal to settle passes: it is thrown where nothing was done. All else leaves the outcome open, whatever
    // it is, and nobody is to take it for a no.
    private static async Task<SettlementOutcome> OrUnknownAsync(
        string requestId, Func<Task<SettlementOutcome>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (GatewayRefusedException or SettlementOutcomeUnknownException))
        {
            throw new SettlementOutcomeUnknownException(requestId, e);
        }
    }
}
