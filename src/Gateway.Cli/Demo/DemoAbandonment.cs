using Gateway.Cli.Connection;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>
/// The steps after a call without an answer: its request is abandoned, and is then never carried out.
/// </summary>
internal sealed class DemoAbandonment(GatewaySession session, DemoJournal journal)
{
    /// <summary>Takes the steps with a request that was never sent.</summary>
    public async Task RunAsync(SettleFinesRequest lost, CancellationToken stop)
    {
        await journal.StepAsync(
            "A request that got lost is abandoned: the money may go back", () => AbandonAsync(lost, stop));
        await journal.StepAsync(
            "When it comes late after all, it is refused",
            () => DemoRefusal.SeenAsync(
                () => session.Client.Settlements.SettleFinesAsync(lost, cancellationToken: stop),
                "REQUEST_ID_ABANDONED"));
    }

    private async Task<string> AbandonAsync(SettleFinesRequest lost, CancellationToken stop)
    {
        var request = new AbandonSettlementRequest { RequestId = lost.RequestId, Counter = lost.Counter };
        var outcome = await session.Client.AbandonAsync(request, stop);
        var abandoned = outcome as SettlementOutcome.Abandoned
            ?? throw new DemoException("It made a settlement, and was never sent.");
        return $"request {lost.RequestId}, abandoned {TimeText.Of(abandoned.Abandonment.AbandonTime)}";
    }
}
