using System.CommandLine;
using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Gateway.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace Gateway.Cli.Database;

/// <summary><c>db migrate</c>, <c>db status</c> and <c>db script</c>: the schema, without the gateway.</summary>
internal static class SchemaCommands
{
    public static Command CreateMigrate(CommandRunner runner)
    {
        var choice = new DatabaseChoice(runner.Environment);
        var command = new Command("migrate", "Bring the schema up to date, as the gateway does at its start.")
        {
            choice.Option,
        };
        runner.Runs(command, (terminal, parsed, stop) =>
        {
            var database = choice.Read(parsed);
            var count = database.Migrate(NullLogger.Instance, runner.Environment.Time, stop);
            if (terminal.IsJson)
                terminal.WriteJson(new JsonObject { ["database"] = database.Description, ["scriptsRun"] = count });
            else
                terminal.Note($"{database.Description}: {(count == 0 ? "up to date" : $"{count} scripts ran")}.");
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    public static Command CreateStatus(CommandRunner runner)
    {
        var choice = new DatabaseChoice(runner.Environment);
        var command = new Command(
            "status", "Show which scripts of the schema ran. Changes nothing; exit code 1 where one is missing.")
        {
            choice.Option,
        };
        runner.Runs(command, (terminal, parsed, _) =>
        {
            var database = choice.Read(parsed);
            var scripts = database.ScriptStates();
            if (terminal.IsJson)
                terminal.WriteJson(ToJson(database, scripts));
            else
                Print(terminal, database, scripts);
            return Task.FromResult(scripts.All(script => script.IsApplied) ? ExitCodes.Ok : ExitCodes.Refused);
        });
        return command;
    }

    public static Command CreateScript(CommandRunner runner)
    {
        var sqlServer = new Option<bool>("--sqlserver")
        {
            Description = "For SQL Server (sqlcmd -b -I); else for SQLite (sqlite3 -bail).",
        };
        var after = new Option<string>("--after")
        {
            Description = "Only the scripts behind this one; see db status.",
            HelpName = "NAME",
        };
        var command = new Command("script", "Print the schema's SQL for whoever runs it by hand.") { sqlServer, after };
        runner.Runs(command, (_, parsed, _) =>
        {
            try
            {
                runner.Environment.Out.Write(SchemaText.Write(parsed.GetValue(sqlServer), parsed.GetValue(after)));
                return Task.FromResult(ExitCodes.Ok);
            }
            catch (ArgumentException e)
            {
                throw new UsageException(e.Message);
            }
        });
        return command;
    }

    private static JsonObject ToJson(IDatabaseProvider database, IReadOnlyList<ScriptState> scripts) => new()
    {
        ["database"] = database.Description,
        ["scripts"] = new JsonArray([.. scripts.Select(script => new JsonObject
        {
            ["name"] = script.Name,
            ["sha256"] = script.Sha256,
            ["applied"] = script.IsApplied,
        })]),
    };

    private static void Print(Terminal terminal, IDatabaseProvider database, IReadOnlyList<ScriptState> scripts)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("Script", "State", "SHA-256");
        foreach (var script in scripts)
            table.AddRow(script.Name, script.IsApplied ? "applied" : "missing", script.Sha256[..16]);
        terminal.Out.WriteLine(database.Description);
        terminal.Out.Write(table);
    }
}
