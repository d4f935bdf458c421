using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using Gateway.Data;

namespace Gateway.Server.Hosting;

/// <summary>The prosecution's database.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>Value of <see cref="Provider"/> for the embedded database.</summary>
    public const string Sqlite = "Sqlite";

    /// <summary>Value of <see cref="Provider"/> for SQL Server.</summary>
    public const string SqlServer = "SqlServer";

    /// <summary><c>Sqlite</c>, the embedded database, or <c>SqlServer</c>. Default <c>Sqlite</c>.</summary>
    [AllowedValues(Sqlite, SqlServer, ErrorMessage = "Gateway:Database:Provider takes Sqlite or SqlServer.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// Connection string. Required for SQL Server; default for SQLite: the file <c>prosecution.db</c> in the data
    /// directory. May hold secrets: it is never logged, and comes from the environment or a file, not from the command
    /// line.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// Calls that are in SQL Server at once, each on a connection of its own; more wait for their turn until their
    /// deadline. Default 100.
    /// </summary>
    [Range(1, 10_000)]
    public int Connections { get; set; } = 100;

    /// <summary>
    /// How long a statement waits for a row or a file that another call holds. Default 5 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether an empty database is filled with sample data at first start. Default: only in Development, and never SQL
    /// Server unless asked.
    /// </summary>
    public bool? SampleData { get; set; }

    /// <summary>Fines that sample data has beside its small named set. Default 20,000.</summary>
    [Range(0, 10_000_000)]
    public int SampleFines { get; set; } = 20_000;

    /// <summary>Whether it is SQL Server.</summary>
    internal bool IsSqlServer => Provider == SqlServer;

    /// <summary>The database that the settings name, once they have been checked.</summary>
    internal IDatabaseProvider ToProvider() => IsSqlServer
        ? new SqlServerProvider(new SqlServerDatabaseOptions
        {
            ConnectionString = ConnectionString,
            Connections = Connections,
            LockTimeout = LockTimeout,
        })
        : new SqliteProvider(new SqliteDatabaseOptions { Path = SqliteFile!, BusyTimeout = LockTimeout });

    /// <summary>What is wrong with the connection string.</summary>
    internal IEnumerable<string> Faults(bool isDevelopment)
    {
        if (ConnectionString.Length == 0)
            return IsSqlServer ? ["Gateway:Database:ConnectionString is required for SqlServer."] : [];
        if (IsSqlServer)
            return SqlServerConnectionRules.Faults(ConnectionString, isDevelopment)
                .Select(fault => $"Gateway:Database:ConnectionString {fault}");
        return SqliteFile is null ? ["Gateway:Database:ConnectionString names no file: Data Source=FILE."] : [];
    }

    // File of the embedded database; null where the connection string names none.
    private string? SqliteFile
    {
        get
        {
            var parts = new DbConnectionStringBuilder();
            try
            {
                parts.ConnectionString = ConnectionString;
            }
            catch (ArgumentException)
            {
                return null;
            }

            return parts.TryGetValue("Data Source", out var file) && file is string { Length: > 0 } name ? name : null;
        }
    }
}
