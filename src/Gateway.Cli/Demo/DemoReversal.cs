using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>The steps that take a settlement of one fine back.</summary>
internal sealed class DemoReversal(GatewaySession session, DemoJournal journal, Subject subject)
{
    /// <summary>Takes the steps.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="outstanding">How many fines were outstanding before it.</param>
    /// <param name="stop">Stops.</param>
    public async Task RunAsync(Settlement settlement, int outstanding, CancellationToken stop)
    {
        await journal.StepAsync("The settlement is taken back", () => ReverseAsync(settlement, stop));
        await journal.StepAsync(
            "Inquiry once more: the fine is outstanding again", () => InquireAsync(settlement, outstanding, stop));
        await journal.StepAsync("The day's list shows it as taken back", () => ListAsync(settlement, stop));
    }

    private async Task<string> ReverseAsync(Settlement settlement, CancellationToken stop)
    {
        var request = new ReverseSettlementRequest
        {
            RequestId = session.NewRequestId(),
            Counter = session.Counter,
            SettlementNumber = settlement.SettlementNumber,
            Reason = ReversalReason.CitizenRequest,
        };
        var answer = await session.Client.Settlements.ReverseSettlementAsync(request, cancellationToken: stop);
        var reversal = answer.Settlement.Reversal;
        DemoException.Unless(
            reversal is { Reason: ReversalReason.CitizenRequest } && reversal.RequestId == request.RequestId,
            "The settlement does not name this reversal.");
        return $"{settlement.SettlementNumber}, {SettlementText.Of(reversal!.Reason)}, "
            + TimeText.Of(reversal.ReverseTime);
    }

    private async Task<string> InquireAsync(Settlement settlement, int outstanding, CancellationToken stop)
    {
        var number = settlement.Items[0].FineNumber;
        var answer = await FineInquiry.AllAsync(session, subject, includeClosed: true, stop);
        var fine = answer.Fines.FirstOrDefault(f => f.FineNumber == number);
        DemoException.Unless(fine is { Status: FineStatus.Outstanding }, "The fine is not outstanding.");
        DemoException.Unless(
            answer.OutstandingCount == outstanding,
            $"{answer.OutstandingCount} fines are outstanding; before the settlement there were {outstanding}.");
        return $"{number} is outstanding; {answer.OutstandingCount} in all";
    }

    private async Task<string> ListAsync(Settlement settlement, CancellationToken stop)
    {
        var list = await SettlementPages.AllAsync(session, settlement.BusinessDate, branch: null, stop);
        var found = list.Settlements.FirstOrDefault(s => s.SettlementNumber == settlement.SettlementNumber);
        DemoException.Unless(found is { ReverseTime: not null }, "It is not in the list as taken back.");
        return $"{list.SettledCount} settled, {MoneyText.WithCurrency(list.SettledTotal)}; "
            + $"{list.ReversedCount} taken back, {MoneyText.WithCurrency(list.ReversedTotal)}";
    }
}
