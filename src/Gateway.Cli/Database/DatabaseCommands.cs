using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Database;

/// <summary><c>db</c>: the prosecution's database, without the gateway.</summary>
internal static class DatabaseCommands
{
    public static Command Create(CommandRunner runner) => new("db", "The prosecution's database, without the gateway.")
    {
        SchemaCommands.CreateMigrate(runner),
        SchemaCommands.CreateStatus(runner),
        SchemaCommands.CreateScript(runner),
        SeedCommand.Create(runner),
    };
}
