using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;
using Google.Type;

namespace Gateway.Cli.Refunds;

/// <summary><c>refunds pay</c>: records that a refund was paid out, and prints what the citizen signs.</summary>
internal sealed class PayCommand
{
    private readonly Argument<string> _number = new("NUMBER") { Description = "Number of the refund, 15 digits." };

    private readonly Option<string> _nationalId = AppealOptions.RequiredNationalId(
        "National id of the person who stands at the counter; the refund is due to nobody else.");

    private readonly Option<string> _amount = new("--amount")
    {
        Description = "What was paid, EGP. Default: what is due.",
        HelpName = "AMOUNT",
    };

    private readonly Option<string> _requestId = RequestIdOption.Create("this payment");

    public static Command Create(CommandRunner runner)
    {
        var pay = new PayCommand();
        var command = new Command("pay", "Pay a refund out and print what the citizen signs.")
        {
            pay._number, pay._nationalId, pay._amount, pay._requestId,
        };
        runner.Calls(command, pay.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var request = new PayRefundRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            Counter = session.Counter,
            RefundNumber = parsed.GetValue(_number),
            RecipientNationalId = parsed.GetValue(_nationalId),
        };
        request.Amount = parsed.GetValue(_amount) is { } given
            ? Egp.Read(given, "--amount")
            : await DueAsync(session, request, stop);
        session.Terminal.Note(
            $"Paying {request.RefundNumber}, {MoneyText.WithCurrency(request.Amount)}, request {request.RequestId}");
        var answer = await session.Client.Appeals.PayRefundAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal => RefundReceipt.Print(terminal, answer));
    }

    // Also of a refund that was paid: a retry gets its answer, and everybody else the gateway's refusal.
    private static async Task<Money> DueAsync(
        GatewaySession session, PayRefundRequest request, CancellationToken stop)
    {
        var question = new ListRefundsRequest
        {
            Counter = session.Counter,
            NationalId = request.RecipientNationalId,
            IncludePaid = true,
        };
        var list = await session.Client.Appeals.ListRefundsAsync(question, cancellationToken: stop);
        var refund = list.Refunds.FirstOrDefault(refund => refund.RefundNumber == request.RefundNumber);
        return refund?.Amount ?? throw new UsageException(
            $"Refund {request.RefundNumber} is not listed for this person. Look it up: trafficgw refunds list");
    }
}
