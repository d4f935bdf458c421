using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements reverse</c>: takes a settlement back.</summary>
internal sealed class ReverseCommand
{
    private static readonly Dictionary<string, ReversalReason> Reasons = new(StringComparer.Ordinal)
    {
        ["teller-error"] = ReversalReason.TellerError,
        ["payment-failed"] = ReversalReason.PaymentFailed,
        ["citizen-request"] = ReversalReason.CitizenRequest,
        ["other"] = ReversalReason.Other,
    };

    private readonly Argument<string> _number = new("NUMBER") { Description = "Number of the settlement, 15 digits." };

    private readonly Option<string> _reason = new("--reason")
    {
        Description = $"Why: {string.Join(", ", Reasons.Keys)}.",
        HelpName = "REASON",
        Required = true,
    };

    private readonly Option<string> _note = new("--note")
    {
        Description = "More about why; required for another reason. Nothing personal.",
        HelpName = "TEXT",
    };

    private readonly Option<string> _requestId = new("--request-id")
    {
        Description = "Id of this reversal; after an unknown outcome, give the same one again. Default: a new one.",
        HelpName = "UUID",
    };

    public static Command Create(CommandRunner runner)
    {
        var reverse = new ReverseCommand();
        var command = new Command("reverse", "Take a settlement back on its own business day.")
        {
            reverse._number, reverse._reason, reverse._note, reverse._requestId,
        };
        runner.Calls(command, reverse.RunAsync);
        return command;
    }

    private async Task<CommandOutput> RunAsync(GatewaySession session, ParseResult parsed, CancellationToken stop)
    {
        if (!Reasons.TryGetValue(parsed.GetRequiredValue(_reason), out var reason))
            throw new UsageException($"--reason takes {string.Join(", ", Reasons.Keys)}.");

        var request = new ReverseSettlementRequest
        {
            RequestId = parsed.GetValue(_requestId) ?? NewRequestId.Make(session.Time),
            Counter = session.Counter,
            SettlementNumber = parsed.GetRequiredValue(_number),
            Reason = reason,
            Note = parsed.GetValue(_note) ?? "",
        };
        session.Terminal.Note($"Taking settlement {request.SettlementNumber} back, request {request.RequestId}");
        var answer = await session.Client.Settlements.ReverseSettlementAsync(request, cancellationToken: stop);
        return new CommandOutput(answer, terminal => SettlementReceipt.Print(terminal, answer.Settlement));
    }
}
