using System.Net;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>
/// What a connection string has to say: the network between gateway and database is as secret as the one in front of the
/// gateway.
/// </summary>
public static class SqlServerConnectionRules
{
    /// <summary>What is wrong with it, as predicates; empty where nothing is. Repeats no value.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="isDevelopment">
    /// Whether the server's certificate may go unchecked, and encryption be left out to a server on this machine.
    /// </param>
    public static IReadOnlyList<string> Faults(string connectionString, bool isDevelopment)
    {
        SqlConnectionStringBuilder server;
        try
        {
            server = new SqlConnectionStringBuilder(connectionString);
        }
        catch (Exception exception) when (
            exception is ArgumentException or FormatException or OverflowException or KeyNotFoundException)
        {
            return ["is not a connection string of SQL Server."];
        }

        var faults = new List<string>();
        if (server.DataSource.Length == 0)
            faults.Add("names no server: Server=HOST.");
        if (server.InitialCatalog.Length == 0)
            faults.Add("names no database: Database=NAME.");
        if (server.Encrypt == SqlConnectionEncryptOption.Optional && !(isDevelopment && IsLoopback(server.DataSource)))
            faults.Add("must not turn encryption off: Encrypt=Mandatory or Strict.");
        if (server.TrustServerCertificate && !isDevelopment)
            faults.Add("must not say TrustServerCertificate: the server's certificate is checked.");
        return faults;
    }

    private static bool IsLoopback(string dataSource)
    {
        var host = dataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase).Split(',', '\\')[0].Trim();
        return host is "localhost" or "." or "(local)" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
