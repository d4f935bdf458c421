using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Refunds;

/// <summary><c>refunds</c>: money that goes back to citizens after an appeal.</summary>
internal static class RefundCommands
{
    public static Command Create(CommandRunner runner) => new("refunds", "Money that goes back after an appeal.")
    {
        ListCommand.Create(runner),
        PayCommand.Create(runner),
    };
}
