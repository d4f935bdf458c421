using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Cli.Settlements;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Reconciliation;

/// <summary>
/// <c>settlements reconcile</c>: holds the post's list of a business day against the prosecution's.
/// </summary>
internal sealed class ReconcileCommand(CliEnvironment environment)
{
    private const int ShortestReason = 3;
    private const int LongestReason = 200;

    private readonly Option<string> _file = new("--file")
    {
        Description = "The post's list as CSV, as Excel saves it: columns settlement_number and amount "
            + "(رقم السداد and المبلغ). One that was taken back is not in it. Where a column kind (نوع العملية) says "
            + "appeal-fee (رسم تظلم) or refund (استرداد), the number is that of the appeal or the refund.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<DateOnly?> _date = BusinessDateOption.Create();

    private readonly Option<bool> _close = new("--close") { Description = "Close the day where both lists agree." };

    private readonly Option<string> _forceClose = new("--force-close")
    {
        Description = "Close the day even where they differ; why, 3 to 200 characters.",
        HelpName = "REASON",
    };

    private readonly Option<string> _requestId = new("--request-id")
    {
        Description = "Id of this reconciliation, a lower-case UUID. After an unknown outcome, give the same one again "
            + "with the same file. Default: a new one.",
        HelpName = "UUID",
    };

    public static Command Create(CommandRunner runner)
    {
        var reconcile = new ReconcileCommand(runner.Environment);
        var command = new Command("reconcile", "For the head office: compare the post's list of a business day.")
        {
            reconcile._file, reconcile._date, reconcile._close, reconcile._forceClose, reconcile._requestId,
        };
        runner.Calls(command, reconcile.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var header = Header(session, parsed);
        var terminal = session.Terminal;
        await using var list = PostListFile.Open(parsed.GetValue(_file)!, environment.WorkingDirectory);
        await ProgressBar.RunAsync(terminal, "Check", list.Length, read => list.CheckAsync(read, stop));
        terminal.Note($"Reconciling {TimeText.Of(header.Header.BusinessDate)}, request {header.RequestId}");
        var answer = await ProgressBar.RunAsync(
            terminal, "Send", list.Count,
            sent => PostListSender.SendAsync(session, header, list.EntriesAsync(stop), sent, stop));
        return new CommandOutput(
            answer,
            output => ReconciliationReport.Print(output, answer),
            answer.ExceptionCount == 0 ? ExitCodes.Ok : ExitCodes.Differs);
    }

    private ReconcileBusinessDayRequest Header(GatewaySession session, ParseResult parsed)
    {
        var reason = parsed.GetValue(_forceClose)?.Trim();
        if (reason is { Length: < ShortestReason or > LongestReason })
            throw new UsageException("--force-close needs a reason of 3 to 200 characters.");

        return new ReconcileBusinessDayRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            Header = new ReconciliationHeader
            {
                BusinessDate = BusinessDateOption.Read(parsed, _date, session.Time),
                Close = parsed.GetValue(_close) || reason is not null,
                ForceClose = reason is not null,
                ForceCloseReason = reason ?? "",
            },
        };
    }
}
