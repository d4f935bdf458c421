using System.CommandLine;
using Gateway.Cli.Evidence.Bundles;
using Gateway.Cli.Evidence.Watch;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Evidence;

/// <summary><c>evidence</c>: evidence logs, by whoever has the file, and what proves an answer.</summary>
internal static class EvidenceCommands
{
    public static Command Create(CommandRunner runner) => new("evidence", "Evidence logs, and what proves an answer.")
    {
        FsckCommand.Create(runner),
        ExportCommand.Create(runner),
        BundleCommand.Create(runner),
        VerifyCommand.Create(runner),
        WatchCommand.Create(runner),
    };
}
