using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Review;

/// <summary><c>review</c>: the prosecution's side of appeals, as the sample caller <c>reviewer</c>.</summary>
internal static class ReviewCommands
{
    public static Command Create(CommandRunner runner) => new("review", "Review of appeals by the prosecution.")
    {
        QueueCommand.Create(runner),
        AdvanceCommand.Create(runner),
        DecideCommand.Create(runner),
    };
}
