using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Fines;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance issue</c>: issues a certificate and writes the page that is printed.</summary>
internal sealed class IssueCommand(string workingDirectory)
{
    private readonly SubjectOptions _subject = new();
    private readonly Option<string> _sheet = ClearanceOptions.Sheet();
    private readonly Option<string> _out = ClearanceOptions.Out();
    private readonly Option<string> _requestId = RequestIdOption.Create("this certificate");

    public static Command Create(CommandRunner runner)
    {
        var issue = new IssueCommand(runner.Environment.WorkingDirectory);
        var command = new Command(
            "issue", "Issue a certificate where nothing is outstanding, and write the page that is printed.");
        issue._subject.AddTo(command);
        foreach (var option in new Option[] { issue._sheet, issue._out, issue._requestId })
            command.Options.Add(option);
        runner.Calls(command, issue.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var file = PageFile.Of(parsed.GetValue(_out)!, workingDirectory);
        var request = new IssueClearanceCertificateRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            Counter = session.Counter,
            Subject = _subject.Read(parsed),
            SheetSerial = parsed.GetValue(_sheet),
        };
        session.Terminal.Note($"Issuing on sheet {request.SheetSerial}, request {request.RequestId}");
        var answer = await session.Client.Clearances
            .IssueClearanceCertificateAsync(request, cancellationToken: stop);
        var number = answer.Certificate.CertificateNumber;
        session.Terminal.Note($"Issued {number}; its page again: trafficgw clearance render {number}");
        var page = await file.WriteAsync(session, number, stop);
        return new CommandOutput(answer, terminal =>
        {
            CertificateSheet.Print(terminal, answer.Certificate);
            file.Print(terminal, page);
        });
    }
}
