using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Fines;

/// <summary><c>fines</c>: what stands against a vehicle or a driver, and its payment.</summary>
internal static class FinesCommands
{
    public static Command Create(CommandRunner runner) => new("fines", "Fines against a vehicle or a driver.")
    {
        InquireCommand.Create(runner),
        ShowFineCommand.Create(runner),
        SettleCommand.Create(runner),
    };
}
