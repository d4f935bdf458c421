using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements list</c>: the settlements of a business day.</summary>
internal static class ListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var date = BusinessDateOption.Create();
        var branch = new Option<string>("--of")
        {
            Description = "For the head office: only this branch, five digits. Default: all. A branch sees its own.",
            HelpName = "CODE",
        };
        var command = new Command("list", "List the settlements of a business day.") { date, branch };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var day = BusinessDateOption.Read(parsed, date, session.Time);
            var all = await SettlementPages.AllAsync(session, day, parsed.GetValue(branch), stop);
            return new CommandOutput(all, terminal => SettlementTable.Print(terminal, day, all));
        });
        return command;
    }
}
