using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Evidence;

/// <summary><c>evidence</c>: evidence logs, by whoever has the file.</summary>
internal static class EvidenceCommands
{
    public static Command Create(CommandRunner runner) => new("evidence", "Evidence logs, without the gateway.")
    {
        FsckCommand.Create(runner),
    };
}
