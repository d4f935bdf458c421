using System.CommandLine;
using Gateway.Cli.Appeals;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Refunds;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Review;

/// <summary><c>review decide</c>: decides each fine of an appeal, and shows the refunds that follow.</summary>
internal sealed class DecideCommand
{
    private readonly ReviewedAppeal _appeal = new("this decision");
    private readonly DecisionOptions _decisions = new();

    private readonly Option<string> _note = new("--note")
    {
        Description = "What the citizen is told at a counter, up to 300 characters. Nothing personal.",
        HelpName = "TEXT",
    };

    public static Command Create(CommandRunner runner)
    {
        var decide = new DecideCommand();
        var command = new Command("decide", "Decide an appeal that is under review; the citizen is told by SMS.");
        decide._appeal.AddTo(command);
        decide._decisions.AddTo(command);
        command.Options.Add(decide._note);
        runner.Calls(command, decide.RunAsync, SampleCaller.Reviewer);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var decisions = _decisions.Read(parsed);
        var (number, etag, requestId) = await _appeal.ReadAsync(session, parsed, stop);
        var request = new DecideAppealRequest
        {
            RequestId = requestId,
            AppealNumber = number,
            Etag = etag,
            Decisions = { decisions },
            PublicNote = parsed.GetValue(_note) ?? "",
        };
        var answer = await session.Client.Reviews.DecideAppealAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal =>
        {
            AppealSheet.Print(terminal, answer.Appeal, session.Time.GetUtcNow());
            RefundTable.Print(terminal, answer.Refunds);
        });
    }
}
