using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Cli.Reconciliation;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements</c>: payments that were made.</summary>
internal static class SettlementCommands
{
    public static Command Create(CommandRunner runner) => new("settlements", "Settlements that were made.")
    {
        CreateShow(runner),
        ListCommand.Create(runner),
        AbandonCommand.Create(runner),
        ReverseCommand.Create(runner),
        ReconcileCommand.Create(runner),
    };

    private static Command CreateShow(CommandRunner runner)
    {
        var number = new Argument<string>("NUMBER")
        {
            Description = "Number of the settlement, 15 digits.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var requestId = new Option<string>("--request-id")
        {
            Description = "Find it by the request that made it.",
            HelpName = "UUID",
        };
        var command = new Command("show", "Show a settlement as a receipt.") { number, requestId };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = Request(parsed.GetValue(number), parsed.GetValue(requestId));
            request.Counter = session.Counter;
            var answer = await session.Client.Settlements.GetSettlementAsync(request, cancellationToken: stop);
            return new CommandOutput(answer, terminal => SettlementReceipt.Print(terminal, answer.Settlement));
        });
        return command;
    }

    private static GetSettlementRequest Request(string? number, string? requestId) => (number, requestId) switch
    {
        ({ } n, null) => new GetSettlementRequest { SettlementNumber = n },
        (null, { } id) => new GetSettlementRequest { RequestId = id },
        _ => throw new UsageException("Name the settlement: its number, or --request-id."),
    };
}
