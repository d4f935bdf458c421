using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance reprint</c>: puts a certificate on a new sheet, and writes its page.</summary>
internal sealed class ReprintCommand(string workingDirectory)
{
    private readonly Argument<string> _number = ClearanceOptions.Number();
    private readonly Option<string> _sheet = ClearanceOptions.Sheet();
    private readonly Option<string> _out = ClearanceOptions.Out();
    private readonly Option<string> _requestId = RequestIdOption.Create("this reprint");

    private readonly Option<ClearanceReprintReason?> _reason =
        EnumOption.Create<ClearanceReprintReason>("--reason", "Why the first sheet is no good");

    public static Command Create(CommandRunner runner)
    {
        var reprint = new ReprintCommand(runner.Environment.WorkingDirectory);
        reprint._reason.Required = true;
        var command = new Command(
            "reprint", "Put a certificate on a new sheet; the code of the sheet before no longer counts.")
        {
            reprint._number, reprint._sheet, reprint._reason, reprint._out, reprint._requestId,
        };
        runner.Calls(command, reprint.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var file = PageFile.Of(parsed.GetValue(_out)!, workingDirectory);
        var request = new ReprintClearanceCertificateRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            Counter = session.Counter,
            CertificateNumber = parsed.GetValue(_number),
            SheetSerial = parsed.GetValue(_sheet),
            Reason = parsed.GetValue(_reason)!.Value,
        };
        session.Terminal.Note(
            $"Putting {request.CertificateNumber} on sheet {request.SheetSerial}, request {request.RequestId}");
        var answer = await session.Client.Clearances
            .ReprintClearanceCertificateAsync(request, cancellationToken: stop);
        var page = await file.WriteAsync(session, answer.Certificate.CertificateNumber, stop);
        return new CommandOutput(answer, terminal =>
        {
            CertificateSheet.Print(terminal, answer.Certificate);
            file.Print(terminal, page);
        });
    }
}
