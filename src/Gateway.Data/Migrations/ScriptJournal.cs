using System.Data;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Gateway.Data;

/// <summary>
/// Remembers in <c>schema_script</c> which scripts were run, with their SHA-256, in the script's own transaction. A
/// script that was changed after it ran is refused; one that only a later version knows is not, so that versions can
/// overlap while gateways are upgraded one by one.
/// </summary>
internal sealed class ScriptJournal(
    Func<IConnectionManager> connections,
    SqlDialect dialect,
    IReadOnlyList<MigrationScript> scripts,
    TimeProvider time) : IJournal
{
    /// <inheritdoc/>
    public string[] GetExecutedScripts() => connections().ExecuteCommandsWithManagedConnection(command =>
    {
        EnsureTableExistsAndIsLatestVersion(command);
        using var list = command();
        list.CommandText = JournalTable.List;
        using var reader = list.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            MigrationScript.Check(scripts, reader.GetString(0), reader.GetString(1));
            names.Add(reader.GetString(0));
        }
        return names.ToArray();
    });

    /// <inheritdoc/>
    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using var insert = dbCommandFactory();
        insert.CommandText = JournalTable.Insert;
        Add(insert, "@name", script.Name);
        Add(insert, "@sha256", scripts.Single(known => known.Name == script.Name).Sha256);
        var appliedTime = insert.CreateParameter();
        appliedTime.ParameterName = "@applied_time";
        new DbTime.Handler().SetValue(appliedTime, new DbTime(time.GetUtcNow()));
        insert.Parameters.Add(appliedTime);
        insert.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        using var create = dbCommandFactory();
        create.CommandText = JournalTable.Create(dialect);
        create.ExecuteNonQuery();
    }

    private static void Add(IDbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = DbType.AnsiString;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
