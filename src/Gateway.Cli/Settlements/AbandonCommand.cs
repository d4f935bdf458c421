using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;
using Spectre.Console;

namespace Gateway.Cli.Settlements;

/// <summary>
/// <c>settlements abandon</c>: finds out what became of a request to settle, before money goes back.
/// </summary>
internal static class AbandonCommand
{
    public static Command Create(CommandRunner runner)
    {
        var requestId = new Argument<string>("REQUEST-ID") { Description = "Id of the request to settle." };
        var command = new Command(
            "abandon",
            "After an unknown outcome and before money goes back: find out whether the settlement was made, and see to "
            + "it that it never will be where it was not.") { requestId };
        runner.Calls(command, async (session, parsed, stop) =>
        {
            var request = new AbandonSettlementRequest
            {
                RequestId = parsed.GetValue(requestId),
                Counter = session.Counter,
            };
            return Output(await session.Client.AbandonAsync(request, stop));
        });
        return command;
    }

    /// <summary>What became of a request to settle.</summary>
    public static CommandOutput Output(SettlementOutcome outcome)
    {
        var answer = Answer(outcome);
        return new CommandOutput(answer, terminal => Print(terminal, answer));
    }

    /// <summary>Says what is to be done with the money.</summary>
    public static void Print(Terminal terminal, AbandonSettlementResponse answer)
    {
        if (answer.Settlement is { } settlement)
        {
            terminal.Out.MarkupLine(settlement.Reversal is null
                ? "[bold]Made:[/] the money stays, the receipt follows."
                : "[bold]Made, and taken back since:[/] the receipt follows.");
            SettlementReceipt.Print(terminal, settlement);
        }
        else
        {
            terminal.Out.MarkupLine("[bold]Never carried out:[/] the money may go back.");
            terminal.Out.WriteLine(
                $"Request {answer.Abandonment.RequestId}, abandoned {TimeText.Of(answer.Abandonment.AbandonTime)}");
        }
    }

    private static AbandonSettlementResponse Answer(SettlementOutcome outcome) => outcome switch
    {
        SettlementOutcome.Settled made => new AbandonSettlementResponse { Settlement = made.Settlement },
        SettlementOutcome.Abandoned none => new AbandonSettlementResponse { Abandonment = none.Abandonment },
        _ => throw new InvalidOperationException("An outcome of an unknown kind."),
    };
}
