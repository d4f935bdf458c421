using System.Data;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Gateway.Data;

/// <summary>
/// Remembers in <c>schema_script</c> which scripts were run, with their SHA-256, in the script's own transaction. A
/// script that was changed after it ran is refused; one that only a later version knows is not, so that versions can
/// overlap while gateways are upgraded one by one. Its SQL suits SQLite.
/// </summary>
internal sealed class ScriptJournal(
    Func<IConnectionManager> connections, IReadOnlyList<MigrationScript> scripts, TimeProvider time) : IJournal
{
    private const string CreateTable = """
        CREATE TABLE IF NOT EXISTS schema_script (
          name text NOT NULL PRIMARY KEY,
          sha256 text NOT NULL CHECK (length(sha256) = 64),
          applied_time text NOT NULL
        ) STRICT
        """;

    private const string List = "SELECT name, sha256 FROM schema_script";

    private const string Insert =
        "INSERT INTO schema_script (name, sha256, applied_time) VALUES (@name, @sha256, @applied_time)";

    /// <inheritdoc/>
    public string[] GetExecutedScripts() => connections().ExecuteCommandsWithManagedConnection(command =>
    {
        EnsureTableExistsAndIsLatestVersion(command);
        using var list = command();
        list.CommandText = List;
        using var reader = list.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            Check(reader.GetString(0), reader.GetString(1));
            names.Add(reader.GetString(0));
        }
        return names.ToArray();
    });

    /// <inheritdoc/>
    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using var insert = dbCommandFactory();
        insert.CommandText = Insert;
        Add(insert, "@name", script.Name);
        Add(insert, "@sha256", scripts.Single(known => known.Name == script.Name).Sha256);
        Add(insert, "@applied_time", new DbTime(time.GetUtcNow()).ToText());
        insert.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        using var create = dbCommandFactory();
        create.CommandText = CreateTable;
        create.ExecuteNonQuery();
    }

    private void Check(string name, string sha256)
    {
        var known = scripts.FirstOrDefault(script => script.Name == name);
        if (known is not null && known.Sha256 != sha256)
            throw new MigrationException($"Script {name} was changed after it ran on this database.");
    }

    private static void Add(IDbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
