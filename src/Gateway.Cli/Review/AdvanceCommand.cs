using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Review;

/// <summary><c>review advance</c>: moves an appeal to its next stage.</summary>
internal sealed class AdvanceCommand
{
    private readonly ReviewedAppeal _appeal = new("this move");

    private readonly Option<AppealStage?> _stage = EnumOption.Create<AppealStage>(
        "--to",
        "The next stage",
        AppealStage.Received,
        AppealStage.UnderReview,
        AppealStage.DocumentsRequested);

    private readonly Option<string> _note = new("--note")
    {
        Description = "What the citizen is told at a counter, up to 300 characters; required with "
            + "'documents-requested'. Nothing personal.",
        HelpName = "TEXT",
    };

    public static Command Create(CommandRunner runner)
    {
        var advance = new AdvanceCommand();
        advance._stage.Required = true;
        var command = new Command("advance", "Move an appeal to its next stage; the citizen is told by SMS.");
        advance._appeal.AddTo(command);
        command.Options.Add(advance._stage);
        command.Options.Add(advance._note);
        runner.Calls(command, advance.RunAsync, SampleCaller.Reviewer);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var stage = parsed.GetValue(_stage)!.Value;
        var note = parsed.GetValue(_note) ?? "";
        if (stage == AppealStage.DocumentsRequested && string.IsNullOrWhiteSpace(note))
            throw new UsageException("Documents are asked for with a --note that says which.");

        var (number, etag, requestId) = await _appeal.ReadAsync(session, parsed, stop);
        var request = new AdvanceAppealRequest
        {
            RequestId = requestId,
            AppealNumber = number,
            Etag = etag,
            Stage = stage,
            PublicNote = note,
        };
        var answer = await session.Client.Reviews.AdvanceAppealAsync(request, cancellationToken: stop);
        return new CommandOutput(
            answer, terminal => AppealSheet.Print(terminal, answer.Appeal, session.Time.GetUtcNow()));
    }
}
