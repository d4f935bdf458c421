using Gateway.Cli.Connection;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Demo;

/// <summary>The steps that pay out what is due after an appeal.</summary>
internal sealed class DemoRefunds(GatewaySession session, DemoJournal journal, string appealNumber)
{
    private List<Refund> _refunds = [];
    private PayRefundRequest _last = new();

    /// <summary>Takes the steps.</summary>
    /// <param name="expected">What is due in all, EGP.</param>
    /// <param name="stop">Stops.</param>
    public async Task RunAsync(decimal expected, CancellationToken stop)
    {
        await journal.StepAsync("What was paid is due back, and the fee", () => ListAsync(expected, stop));
        await journal.StepAsync("The refunds are paid out", () => PayAsync(stop));
        await journal.StepAsync("A refund is paid out once", () => PayTwiceAsync(stop));
        await journal.StepAsync("Nothing is due any more", () => ListPaidAsync(stop));
    }

    private async Task<string> ListAsync(decimal expected, CancellationToken stop)
    {
        var list = await AskAsync(stop);
        _refunds = [.. list.Refunds];
        DemoException.Unless(
            list.DueTotal.DecimalValue == expected, $"{MoneyText.WithCurrency(list.DueTotal)} are due.");
        return string.Join("; ", _refunds.Select(Text));
    }

    private async Task<string> PayAsync(CancellationToken stop)
    {
        var titles = new List<string>();
        foreach (var refund in _refunds)
        {
            _last = Order(refund);
            var answer = await session.Client.Appeals.PayRefundAsync(_last, cancellationToken: stop);
            DemoException.Unless(
                answer.Refund.Payout?.RequestId == _last.RequestId, "The refund does not name this payment.");
            titles.Add($"{answer.Receipt.En.Title}: {answer.Receipt.En.TotalInWords}");
        }

        return string.Join("; ", titles);
    }

    private Task<string> PayTwiceAsync(CancellationToken stop)
    {
        var again = _last.Clone();
        again.RequestId = session.NewRequestId();
        return DemoRefusal.SeenAsync(
            () => session.Client.Appeals.PayRefundAsync(again, cancellationToken: stop), "REFUND_PAID");
    }

    private async Task<string> ListPaidAsync(CancellationToken stop)
    {
        var list = await AskAsync(stop);
        DemoException.Unless(list.Refunds.Count == 0 && list.DueTotal.DecimalValue == 0, "Something is due still.");
        return $"due: {MoneyText.WithCurrency(list.DueTotal)}";
    }

    private async Task<ListRefundsResponse> AskAsync(CancellationToken stop)
    {
        var request = new ListRefundsRequest { AppealNumber = appealNumber, Counter = session.Counter };
        return await session.Client.Appeals.ListRefundsAsync(request, cancellationToken: stop);
    }

    private PayRefundRequest Order(Refund refund) => new()
    {
        RequestId = session.NewRequestId(),
        Counter = session.Counter,
        RefundNumber = refund.RefundNumber,
        Amount = refund.Amount,
        RecipientNationalId = DemoPerson.NationalId,
    };

    private static string Text(Refund refund) =>
        $"{refund.RefundNumber} {MoneyText.WithCurrency(refund.Amount)} "
        + (refund.Kind == RefundKind.AppealFee ? "for the fee" : $"for {refund.FineNumber}");
}
