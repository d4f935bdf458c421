using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals list</c>: the appeals of a branch or of an appellant.</summary>
internal static class ListCommand
{
    public static Command Create(CommandRunner runner)
    {
        var nationalId = new Option<string>("--national-id")
        {
            Description = "Only those of this appellant, submitted anywhere.",
            HelpName = "ID",
        };
        var branch = new Option<string>("--of")
        {
            Description = "Only those that were submitted at this branch, five digits. A branch sees its own.",
            HelpName = "CODE",
        };
        var stage = EnumOption.Create<AppealStage>("--stage", "Only those at this stage");
        var limit = AppealOptions.Limit();
        var command = new Command("list", "List appeals, the newest first.") { nationalId, branch, stage, limit };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new ListAppealsRequest
            {
                Counter = session.Counter,
                AppellantNationalId = parsed.GetValue(nationalId) ?? "",
                BranchCode = parsed.GetValue(branch) ?? "",
                Stage = parsed.GetValue(stage) ?? AppealStage.Unspecified,
            };
            var list = await AppealPages.ListAsync(session, request, parsed.GetValue(limit), stop);
            return new CommandOutput(list, terminal => AppealTable.Print(terminal, list, session.Time.GetUtcNow()));
        });
        return command;
    }
}
