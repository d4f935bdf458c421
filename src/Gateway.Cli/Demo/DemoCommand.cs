using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Demo;

/// <summary><c>demo</c>: walks a citizen through everything that exists.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandRunner runner)
    {
        var command = new Command(
            "demo",
            "Walk a citizen through everything; stops at the first thing that is not as it should be.");
        runner.CallsAndPrints(command, async (session, stop) =>
        {
            var journal = new DemoJournal(session.Terminal);
            var isGood = await journal.RunAsync(new DemoWalk(session, journal).RunAsync, stop);
            return isGood ? ExitCodes.Ok : journal.ExitCode;
        });
        return command;
    }
}
