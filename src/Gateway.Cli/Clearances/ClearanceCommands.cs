using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Clearances;

/// <summary><c>clearance</c>: certificates that nothing is outstanding, and what checks them.</summary>
internal static class ClearanceCommands
{
    public static Command Create(CommandRunner runner) => new("clearance", "Clearance certificates.")
    {
        IssueCommand.Create(runner),
        ShowCommand.Create(runner),
        RenderCommand.Create(runner),
        ReprintCommand.Create(runner),
        RevokeCommand.Create(runner),
        CheckCommand.Create(runner),
        RevocationsCommand.Create(runner),
        ListsCommand.Create(runner),
        VerifyCommand.Create(runner),
        TrustListCommand.Create(runner),
        VerifierCommand.Create(runner),
    };
}
