using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals withdraw</c>: takes an appeal back before it is decided.</summary>
internal static class WithdrawCommand
{
    public static Command Create(CommandRunner runner)
    {
        var number = AppealOptions.Number();
        var nationalId = AppealOptions.RequiredNationalId("National id of the appellant, who stands at the counter.");
        var requestId = RequestIdOption.Create("this withdrawal");
        var command = new Command("withdraw", "Take an appeal back before it is decided; the fee is not refunded.")
        {
            number, nationalId, requestId,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new WithdrawAppealRequest
            {
                RequestId = parsed.GetValue(requestId) ?? session.NewRequestId(),
                Counter = session.Counter,
                AppealNumber = parsed.GetValue(number),
                AppellantNationalId = parsed.GetValue(nationalId),
            };
            session.Terminal.Note($"Withdrawing {request.AppealNumber}, request {request.RequestId}");
            var answer = await session.Client.Appeals.WithdrawAppealAsync(request, cancellationToken: stop);
            return new CommandOutput(
                answer, terminal => AppealSheet.Print(terminal, answer.Appeal, session.Time.GetUtcNow()));
        });
        return command;
    }
}
