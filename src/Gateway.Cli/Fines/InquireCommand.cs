using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Fines;

/// <summary><c>fines inquire</c>.</summary>
internal static class InquireCommand
{
    public static Command Create(CommandRunner runner)
    {
        var subject = new SubjectOptions();
        var includeClosed = new Option<bool>("--include-closed")
        {
            Description = "Also list fines that are settled or cancelled.",
        };
        var command = new Command("inquire", "List the fines against a vehicle or a driver, and what is due.");
        subject.AddTo(command);
        command.Options.Add(includeClosed);
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var asked = subject.Read(parsed);
            var answer = await FineInquiry.AllAsync(session, asked, parsed.GetValue(includeClosed), stop);
            return new CommandOutput(answer, terminal => FineList.Print(terminal, answer));
        });
        return command;
    }
}
