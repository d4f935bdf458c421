namespace Gateway.Data;

/// <summary>The table of the scripts that were run.</summary>
internal static class JournalTable
{
    /// <summary>Lists the scripts that were run.</summary>
    public const string List = "SELECT name, sha256 FROM schema_script";

    /// <summary>Adds a script.</summary>
    public const string Insert =
        "INSERT INTO schema_script (name, sha256, applied_time) VALUES (@name, @sha256, @applied_time)";

    private const string CreateInSqlite = """
        CREATE TABLE IF NOT EXISTS schema_script (
          name text NOT NULL PRIMARY KEY,
          sha256 text NOT NULL CHECK (length(sha256) = 64),
          applied_time text NOT NULL
        ) STRICT
        """;

    private const string CreateInSqlServer = """
        IF OBJECT_ID(N'dbo.schema_script') IS NULL
        CREATE TABLE dbo.schema_script (
          name varchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT schema_script_key PRIMARY KEY,
          sha256 char(64) COLLATE Latin1_General_BIN2 NOT NULL,
          applied_time datetime2(3) NOT NULL
        )
        """;

    /// <summary>Makes the table where there is none.</summary>
    public static string Create(SqlDialect dialect) =>
        dialect == SqlDialect.Sqlite ? CreateInSqlite : CreateInSqlServer;
}
