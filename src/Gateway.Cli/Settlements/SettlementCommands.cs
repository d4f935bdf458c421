using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Cli.Reconciliation;

namespace Gateway.Cli.Settlements;

/// <summary><c>settlements</c>: payments that were made.</summary>
internal static class SettlementCommands
{
    public static Command Create(CommandRunner runner) => new("settlements", "Settlements that were made.")
    {
        ShowCommand.Create(runner),
        ListCommand.Create(runner),
        ReverseCommand.Create(runner),
        AbandonCommand.Create(runner),
        ReconcileCommand.Create(runner),
    };
}
