using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals show</c>: one appeal with its stages, its SMS and its documents.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandRunner runner)
    {
        var number = AppealOptions.Number();
        var nationalId = AppealOptions.NationalId();
        var command = new Command("show", "Show an appeal, its stages and what was sent for each.")
        {
            number, nationalId,
        };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new GetAppealRequest
            {
                Counter = session.Counter,
                AppealNumber = parsed.GetValue(number),
                AppellantNationalId = parsed.GetValue(nationalId) ?? "",
            };
            var answer = await session.Client.Appeals.GetAppealAsync(request, cancellationToken: stop);
            return new CommandOutput(
                answer, terminal => AppealSheet.Print(terminal, answer.Appeal, session.Time.GetUtcNow()));
        });
        return command;
    }
}
