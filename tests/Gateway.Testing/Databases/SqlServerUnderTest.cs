using System.Security.Cryptography;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace Gateway.Testing.Databases;

/// <summary>
/// The server on which the tests of SQL Server run: the one that <c>GATEWAY_TEST_SQLSERVER</c> names, by a connection
/// string with rights to create a database; else one in a container, where Docker is there.
/// </summary>
internal static class SqlServerUnderTest
{
    private const string Variable = "GATEWAY_TEST_SQLSERVER";
    private const string DockerSocket = "/var/run/docker.sock";

    private static readonly Lazy<Task<string>> Server = new(FindAsync);

    /// <summary>Why there is none; null where there is one.</summary>
    public static string? SkipReason { get; } = Given is not null || HasDocker
        ? null
        : $"No SQL Server: set {Variable} to a connection string with rights to create a database, or install Docker.";

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;

    private static bool HasDocker =>
        Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists(DockerSocket);

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static string CreateDatabase()
    {
        var server = Server.Value.GetAwaiter().GetResult();
        var name = $"gateway_test_{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        Execute(server, $"CREATE DATABASE {name}");
        return new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
    }

    /// <summary>Drops a database that was made here, whoever is still connected.</summary>
    public static void DropDatabase(string connectionString)
    {
        using (var pool = new SqlConnection(connectionString))
            SqlConnection.ClearPool(pool);
        var name = new SqlConnectionStringBuilder(connectionString).InitialCatalog;
        var server = Server.Value.GetAwaiter().GetResult();
        try
        {
            Execute(server, $"ALTER DATABASE {name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        }
        catch (SqlException)
        {
            // Not every server knows this; then nobody may be connected any more.
        }

        try
        {
            Execute(server, $"DROP DATABASE {name}");
        }
        catch (SqlException)
        {
            // It is named so that it is known for what it is; a test does not fail for it.
        }
    }

    private static async Task<string> FindAsync()
    {
        if (Given is { } given)
            return given;

        // Lives until the tests' process ends; then it takes itself away.
#pragma warning disable CS0618 // The image that the library itself takes is the one that it was tested with.
        var container = new MsSqlBuilder(MsSqlBuilder.MsSqlImage).Build();
#pragma warning restore CS0618
        await container.StartAsync().ConfigureAwait(false);
        return new SqlConnectionStringBuilder(container.GetConnectionString())
        {
            TrustServerCertificate = true,
        }.ToString();
    }

    private static void Execute(string connectionString, string sql)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
