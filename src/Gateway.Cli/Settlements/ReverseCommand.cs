using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements reverse</c>: takes a settlement back and prints its receipt with the reversal.</summary>
internal sealed class ReverseCommand
{
    private static readonly ReversalReason[] Reasons =
    [
        ReversalReason.TellerError, ReversalReason.PaymentFailed, ReversalReason.CitizenRequest, ReversalReason.Other,
    ];

    private readonly Argument<string> _number = new("NUMBER") { Description = "Number of the settlement, 15 digits." };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why it is taken back.",
        Required = true,
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "More about why, up to 200 characters; required with 'other'. Nothing personal.",
        HelpName = "TEXT",
    };

    private readonly Option<string[]> _recoveredSheets = new("--recovered-sheet")
    {
        Description = "For the head office: serial number of the sheet of a clearance certificate that leans on the "
            + "settlement and was recovered; the certificate is revoked. Once for each sheet.",
        HelpName = "SERIAL",
    };

    private readonly Option<string> _requestId = RequestIdOption.Create("this reversal");

    public static Command Create(CommandRunner runner)
    {
        var reverse = new ReverseCommand();
        reverse._reason.AcceptOnlyFromAmong([.. Reasons.Select(SettlementText.Of)]);
        var command = new Command("reverse", "Take a settlement back, on its own business day.")
        {
            reverse._number, reverse._reason, reverse._note, reverse._recoveredSheets, reverse._requestId,
        };
        runner.Calls(command, reverse.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        var request = new ReverseSettlementRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? session.NewRequestId(),
            Counter = session.Counter,
            SettlementNumber = parsed.GetValue(_number),
            Reason = Reasons.First(reason => SettlementText.Of(reason) == parsed.GetValue(_reason)),
            Note = parsed.GetValue(_note) ?? "",
            RecoveredSheetSerials = { parsed.GetValue(_recoveredSheets) ?? [] },
        };
        if (request.Reason == ReversalReason.Other && request.Note.Length == 0)
            throw new UsageException("Another reason needs a --note that says which.");

        session.Terminal.Note($"Taking back {request.SettlementNumber}, request {request.RequestId}");
        var answer = await session.Client.Settlements.ReverseSettlementAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal => SettlementReceipt.Print(terminal, answer.Settlement));
    }
}
