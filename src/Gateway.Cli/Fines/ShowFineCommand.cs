using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Fines;

/// <summary><c>fines show</c>.</summary>
internal static class ShowFineCommand
{
    public static Command Create(CommandRunner runner)
    {
        var number = new Argument<string>("NUMBER") { Description = "Number of the fine, as printed on the notice." };
        var command = new Command("show", "Show one fine.") { number };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new GetFineRequest { FineNumber = parsed.GetValue(number), Counter = session.Counter };
            var answer = await session.Client.Fines.GetFineAsync(request, cancellationToken: stop);
            return new CommandOutput(answer, terminal => FineSheet.Print(terminal, answer));
        });
        return command;
    }
}
