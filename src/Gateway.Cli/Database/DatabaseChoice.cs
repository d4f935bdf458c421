using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Data;

namespace Gateway.Cli.Database;

/// <summary>
/// Which database a command works on: a file that it is given, else the one that the gateway's own settings in the
/// environment name, else the gateway's in Development.
/// </summary>
internal sealed class DatabaseChoice(CliEnvironment environment)
{
    private const string Provider = "Gateway__Database__Provider";
    private const string ConnectionString = "Gateway__Database__ConnectionString";
    private const string SqlServer = "SqlServer";

    /// <summary>The option.</summary>
    public Option<string> Option { get; } = new("--database")
    {
        Description = $"File of an embedded database. Default: what {Provider} and {ConnectionString} say, "
            + "else that of the gateway in Development, .data/prosecution.db.",
        HelpName = "FILE",
    };

    /// <summary>The database.</summary>
    /// <exception cref="UsageException">There is none, or the settings name none that may be used.</exception>
    public IDatabaseProvider Read(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is { } file)
            return Sqlite(Path.GetFullPath(file, environment.WorkingDirectory));
        if (Environment.GetEnvironmentVariable(Provider) == SqlServer)
            return FromSettings(Environment.GetEnvironmentVariable(ConnectionString) ?? "");
        if (SampleFolder.FindSolution(environment.WorkingDirectory) is { } solution)
            return Sqlite(Path.Combine(solution, ".data", "prosecution.db"));
        throw new UsageException("There is no Gateway.sln here or above; name the file with --database.");
    }

    private static SqliteProvider Sqlite(string file) => new(new SqliteDatabaseOptions { Path = file });

    private static SqlServerProvider FromSettings(string connectionString)
    {
        var isDevelopment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Development";
        var faults = SqlServerConnectionRules.Faults(connectionString, isDevelopment);
        return faults.Count == 0
            ? new SqlServerProvider(new SqlServerDatabaseOptions { ConnectionString = connectionString })
            : throw new UsageException(string.Join(' ', faults.Select(fault => $"{ConnectionString} {fault}")));
    }
}
