using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Protobuf.WellKnownTypes;

namespace Gateway.Cli.Demo;

/// <summary>
/// The steps of a partial appeal: against a fine that was paid and, where another one is outstanding, against half of
/// that one; from the counter to the refund.
/// </summary>
internal sealed class DemoAppeal(GatewaySession session, DemoJournal journal, Subject subject, Fine paid)
{
    private Fine? _other;
    private Payment? _fee;
    private Appeal _appeal = new();

    /// <summary>Takes the steps.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await journal.StepAsync(
            "Appeal against that fine, and half of another if there is one", () => SubmitAsync(stop));
        await journal.StepAsync("A second appeal against that fine is refused", () => SubmitTwiceAsync(stop));
        using var reviewer = session.As(SampleCaller.Reviewer);
        await new DemoReview(session, reviewer, journal, _appeal).RunAsync(stop);
        await journal.StepAsync("Inquiry after the decision", () => InquireAsync(stop));
        await new DemoRefunds(session, journal, _appeal.AppealNumber).RunAsync(
            paid.Amount.DecimalValue + paid.Fees.DecimalValue + (_fee?.Amount.DecimalValue ?? 0), stop);
    }

    /// <summary>The part of a fine that the demo contests: half, in whole pounds.</summary>
    private static decimal Contested(Fine fine) => Math.Max(1, Math.Floor(fine.Amount.DecimalValue / 2));

    private async Task<string> SubmitAsync(CancellationToken stop)
    {
        var inquiry = await FineInquiry.AllAsync(session, subject, includeClosed: false, stop);
        _other = inquiry.Fines.FirstOrDefault(
            fine => fine.Status == FineStatus.Outstanding && fine.Amount.DecimalValue > 1);
        _fee = inquiry.AppealFee is { DecimalValue: > 0 } fee
            ? new Payment
            {
                Method = PaymentMethod.Cash,
                Amount = fee,
                CollectTime = Timestamp.FromDateTimeOffset(session.Time.GetUtcNow()),
            }
            : null;
        var answer = await session.Client.Appeals.SubmitAppealAsync(Request(), cancellationToken: stop);
        DemoException.Unless(
            answer.Appeal.Items.Count == (_other is null ? 1 : 2) && answer.Appeal.Items.Any(item => item.Paid),
            "The appeal is not against these fines.");
        _appeal = await DemoSms.SentAsync(session, answer.Appeal, stop);
        return $"appeal {_appeal.AppealNumber}, fines: {_appeal.Items.Count}, "
            + $"fee {MoneyText.WithCurrency(_fee?.Amount)}, "
            + $"decision by {TimeText.Of(_appeal.DueTime)}\n{DemoSms.Text(_appeal)}";
    }

    private Task<string> SubmitTwiceAsync(CancellationToken stop) => DemoRefusal.SeenAsync(
        () => session.Client.Appeals.SubmitAppealAsync(Request(), cancellationToken: stop), "FINE_NOT_APPEALABLE");

    private SubmitAppealRequest Request()
    {
        var items = new PartialAppeal
        {
            Items =
            {
                new PartialAppealItem { FineNumber = paid.FineNumber, Ground = AppealGround.WrongVehicle },
            },
        };
        if (_other is not null)
        {
            items.Items.Add(new PartialAppealItem
            {
                FineNumber = _other.FineNumber,
                Ground = AppealGround.WrongAmount,
                ContestedAmount = Egp.Of(Contested(_other)),
            });
        }

        return new SubmitAppealRequest
        {
            RequestId = session.NewRequestId(),
            Counter = session.Counter,
            Subject = subject,
            Partial = items,
            Appellant = DemoPerson.Appellant(),
            FeePayment = _fee,
        };
    }

    private async Task<string> InquireAsync(CancellationToken stop)
    {
        var inquiry = await FineInquiry.AllAsync(session, subject, includeClosed: true, stop);
        var cancelled = inquiry.Fines.FirstOrDefault(fine => fine.FineNumber == paid.FineNumber);
        DemoException.Unless(cancelled is { Status: FineStatus.Cancelled }, "The fine that was paid is not cancelled.");
        if (_other is null)
            return $"{paid.FineNumber} is cancelled";

        var reduced = inquiry.Fines.FirstOrDefault(fine => fine.FineNumber == _other.FineNumber);
        DemoException.Unless(
            reduced is { Status: FineStatus.Outstanding }
                && reduced.Amount.DecimalValue == _other.Amount.DecimalValue - Contested(_other),
            "The other fine is not outstanding with its new amount.");
        return $"{paid.FineNumber} is cancelled; {_other.FineNumber} was {MoneyText.WithCurrency(_other.Amount)} "
            + $"and is {MoneyText.WithCurrency(reduced!.Amount)}";
    }
}
