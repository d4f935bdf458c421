using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Review;

/// <summary><c>review queue</c>: the appeals that are not decided.</summary>
internal static class QueueCommand
{
    public static Command Create(CommandRunner runner)
    {
        var stage = EnumOption.Create<AppealStage>(
            "--stage",
            "Only those at this stage",
            AppealStage.Submitted,
            AppealStage.Received,
            AppealStage.UnderReview,
            AppealStage.DocumentsRequested);
        var overdue = new Option<bool>("--overdue") { Description = "Only those that are past their due time." };
        var limit = AppealOptions.Limit();
        var command = new Command("queue", "List the appeals that are not decided, what is due first on top.")
        {
            stage, overdue, limit,
        };
        runner.Calls(
            command,
            async (session, parsed, stop) =>
            {
                var request = new ListOpenAppealsRequest
                {
                    Stage = parsed.GetValue(stage) ?? AppealStage.Unspecified,
                    OverdueOnly = parsed.GetValue(overdue),
                };
                var list = await AppealPages.ListAsync(session, request, parsed.GetValue(limit), stop);
                return new CommandOutput(
                    list, terminal => AppealTable.Print(terminal, list, session.Time.GetUtcNow()));
            },
            SampleCaller.Reviewer);
        return command;
    }
}
