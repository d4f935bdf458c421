using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance revoke</c>: revokes a certificate with all its sheets, as a reviewer.</summary>
internal sealed class RevokeCommand
{
    private readonly Argument<string> _number = ClearanceOptions.Number();
    private readonly Option<string> _requestId = RequestIdOption.Create("this revocation");

    private readonly Option<ClearanceRevocationReason?> _reason = EnumOption.Create<ClearanceRevocationReason>(
        "--reason",
        "Why it no longer counts",
        ClearanceRevocationReason.IssuedInError,
        ClearanceRevocationReason.SheetLost,
        ClearanceRevocationReason.Fraud,
        ClearanceRevocationReason.Other);

    private readonly Option<string> _note = new("--note")
    {
        Description = "More about why, up to 200 characters; required with 'other'. Nothing personal.",
        HelpName = "TEXT",
    };

    public static Command Create(CommandRunner runner)
    {
        var revoke = new RevokeCommand();
        revoke._reason.Required = true;
        var command = new Command("revoke", "Revoke a certificate with all its sheets.")
        {
            revoke._number, revoke._reason, revoke._note, revoke._requestId,
        };
        runner.Calls(command, revoke.RunAsync, SampleCaller.Reviewer);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var request = new RevokeClearanceCertificateRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            CertificateNumber = parsed.GetValue(_number),
            Reason = parsed.GetValue(_reason)!.Value,
            Note = parsed.GetValue(_note) ?? "",
        };
        if (request.Reason == ClearanceRevocationReason.Other && string.IsNullOrWhiteSpace(request.Note))
            throw new UsageException("Another reason needs a --note that says which.");

        session.Terminal.Note($"Revoking {request.CertificateNumber}, request {request.RequestId}");
        var answer = await session.Client.Clearances
            .RevokeClearanceCertificateAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal => CertificateSheet.Print(terminal, answer.Certificate));
    }
}
