using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals submit</c>: asks for the fee, submits the appeal and prints its receipt.</summary>
internal sealed class SubmitCommand
{
    private readonly SubjectOptions _subject = new(
        "National id of the appellant, 14 digits. Without --plate and --licence it is also the licence holder whose "
        + "fines these are.");

    private readonly ExtentOptions _extent = new();
    private readonly AppellantOptions _appellant = new();
    private readonly AppealFee _fee = new();
    private readonly Option<string> _requestId = RequestIdOption.Create("this appeal");

    public static Command Create(CommandRunner runner)
    {
        var submit = new SubmitCommand();
        var command = new Command("submit", "Submit an appeal against fines of a vehicle or a driver.");
        submit._subject.AddTo(command);
        submit._extent.AddTo(command);
        submit._appellant.AddTo(command);
        submit._fee.AddTo(command);
        command.Options.Add(submit._requestId);
        runner.Calls(command, submit.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var given = parsed.GetValue(_requestId);
        var (subject, nationalId) = _subject.ReadWithPerson(parsed);
        var request = new SubmitAppealRequest
        {
            RequestId = given ?? session.NewRequestId(),
            Counter = session.Counter,
            Subject = subject,
            Appellant = _appellant.Read(parsed, nationalId),
        };
        _extent.Read(parsed, request);
        request.FeePayment = await _fee.ReadAsync(session, parsed, subject, stop);
        if (given is not null && await SubmittedAppeal.FindAsync(session, given, nationalId, stop) is { } made)
        {
            session.Terminal.Note($"Appeal {made.AppealNumber} came of this request; asking for its receipt.");
            request.FeePayment = SubmittedAppeal.AsPaid(request.FeePayment, made.FeePayment);
        }
        else
        {
            var fee = request.FeePayment is { } payment ? $"fee {MoneyText.WithCurrency(payment.Amount)}" : "no fee";
            session.Terminal.Note($"Submitting an appeal, {fee}, request {request.RequestId}");
        }

        var answer = await session.Client.Appeals.SubmitAppealAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal =>
        {
            PrintedReceipt.Print(terminal.Out, answer.Receipt);
            AppealSheet.Print(terminal, answer.Appeal, session.Time.GetUtcNow());
        });
    }
}
