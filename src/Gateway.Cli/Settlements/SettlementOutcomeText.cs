using Gateway.Cli.Invocation;
using Gateway.Client.Settlements;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Settlements;

/// <summary>What became of a request to settle, and what that means for the money.</summary>
internal static class SettlementOutcomeText
{
    public static CommandOutput Of(SettlementOutcome outcome) => outcome switch
    {
        SettlementOutcome.Settled settled => new CommandOutput(
            new AbandonSettlementResponse { Settlement = settled.Settlement },
            terminal =>
            {
                terminal.Note(settled.Settlement.Reversal is null
                    ? "The settlement was made: the money stays."
                    : "The settlement was made and taken back: the money goes back.");
                SettlementReceipt.Print(terminal, settled.Settlement);
            }),
        SettlementOutcome.Abandoned abandoned => new CommandOutput(
            new AbandonSettlementResponse { Abandonment = abandoned.Abandonment },
            terminal => terminal.Note(
                $"Request {abandoned.Abandonment.RequestId} was not carried out and never will be: "
                + "the money goes back to the citizen.")),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
