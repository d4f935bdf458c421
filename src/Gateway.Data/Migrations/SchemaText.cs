using System.Globalization;
using System.Text;

namespace Gateway.Data;

/// <summary>The schema as a database administrator runs it by hand.</summary>
public static class SchemaText
{
    /// <summary>
    /// The scripts with what records them, as text for the dialect's own shell (<c>sqlcmd -b -I</c>, <c>sqlite3 -bail</c>).
    /// </summary>
    /// <param name="isSqlServer">For SQL Server; else for SQLite.</param>
    /// <param name="after">Name of the last script that ran already; null for all.</param>
    /// <exception cref="ArgumentException">There is no script of this name.</exception>
    public static string Write(bool isSqlServer, string? after)
    {
        var dialect = isSqlServer ? SqlDialect.SqlServer : SqlDialect.Sqlite;
        var scripts = MigrationScript.All(dialect);
        if (after is not null && scripts.All(script => script.Name != after))
            throw new ArgumentException($"There is no script {after}.", nameof(after));

        var end = isSqlServer ? "\nGO\n\n" : ";\n\n";
        var now = isSqlServer ? "SYSUTCDATETIME()" : "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
        var text = new StringBuilder(JournalTable.Create(dialect)).Append(end);
        foreach (var script in scripts.Where(script => string.CompareOrdinal(script.Name, after) > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"-- {script.Name}\n{script.Text.TrimEnd()}\n");
            if (isSqlServer)
                text.Append("GO\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"INSERT INTO schema_script (name, sha256, applied_time) VALUES ('{script.Name}', '{script.Sha256}', {now})");
            text.Append(end);
        }
        return text.ToString();
    }
}
