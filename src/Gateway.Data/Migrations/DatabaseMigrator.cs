using System.Data.Common;
using Dapper;
using DbUp.Builder;
using DbUp.Engine;
using Microsoft.Extensions.Logging;

namespace Gateway.Data;

/// <summary>Brings a schema up to date, whichever the dialect.</summary>
internal static partial class DatabaseMigrator
{
    /// <summary>How long another process that changes the schema is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs the scripts that have not run yet, each in its own transaction. The caller holds the lock.</summary>
    /// <returns>How many ran.</returns>
    /// <exception cref="MigrationException">A script failed, or was changed after it ran.</exception>
    public static int Run(
        UpgradeEngineBuilder target, SqlDialect dialect, IReadOnlyList<MigrationScript> scripts, TimeProvider time)
    {
        var result = target
            .WithScripts(scripts.Select(script => new SqlScript(script.Name, script.Text)))
            .JournalTo((connections, _) => new ScriptJournal(connections, dialect, scripts, time))
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (result.Successful)
            return result.Scripts.Count();
        throw result.Error as MigrationException
            ?? new MigrationException($"Script {result.ErrorScript?.Name ?? "journal"} failed.", result.Error);
    }

    /// <summary>Which scripts ran on this database. Changes nothing.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="hasJournal">Whether there is a table of the scripts that were run.</param>
    /// <param name="scripts">The scripts of this version.</param>
    /// <exception cref="MigrationException">A script was changed after it ran.</exception>
    public static IReadOnlyList<ScriptState> StateOf(
        DbConnection connection, bool hasJournal, IReadOnlyList<MigrationScript> scripts)
    {
        var applied = hasJournal
            ? connection.Query<(string Name, string Sha256)>(JournalTable.List).ToDictionary(row => row.Name, row => row.Sha256)
            : [];
        foreach (var (name, sha256) in applied)
            MigrationScript.Check(scripts, name, sha256);
        return [.. scripts.Select(script => new ScriptState(script.Name, script.Sha256, applied.ContainsKey(script.Name)))];
    }

    /// <summary>Tells what was done.</summary>
    [LoggerMessage(2002, LogLevel.Information, "Schema of {Database} is up to date; {Count} scripts ran.")]
    public static partial void LogMigrated(ILogger logger, int count, string database);
}
