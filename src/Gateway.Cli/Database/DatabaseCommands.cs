using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Database;

/// <summary><c>db</c>: the embedded database.</summary>
internal static class DatabaseCommands
{
    public static Command Create(CommandRunner runner) => new("db", "The embedded database.")
    {
        SeedCommand.Create(runner),
    };
}
