using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Appeals;

/// <summary><c>appeals</c>: a citizen's appeals against fines.</summary>
internal static class AppealCommands
{
    public static Command Create(CommandRunner runner) => new("appeals", "Appeals against fines.")
    {
        SubmitCommand.Create(runner),
        ShowCommand.Create(runner),
        ListCommand.Create(runner),
        WithdrawCommand.Create(runner),
        AttachCommand.Create(runner),
        DocumentCommand.Create(runner),
    };
}
