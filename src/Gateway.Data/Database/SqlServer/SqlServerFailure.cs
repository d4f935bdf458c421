using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Gateway.Data;

/// <summary>
/// Tells what a failure on SQL Server means. Numbers: Database Engine events and errors, learn.microsoft.com/sql.
/// </summary>
internal static class SqlServerFailure
{
    /// <summary>Errors of this class and above are of resources, the server or the connection, not of a statement.</summary>
    private const byte ServerClass = 17;

    /// <summary>Thrown by the gateway's own statements that take a lock.</summary>
    private const int LockNotGranted = 51222;

    /// <summary>Of a lower class, and yet not the statement's fault.</summary>
    private static readonly HashSet<int> Unavailable =
    [
        -2, // the statement took too long
        229, 230, 262, 297, 300, 916, // permission denied
        921, 922, 924, 927, 942, 945, 952, // the database is being recovered, restored or moved, or is offline
        976, 978, 983, // its availability group has not made this server the one to ask
        3906, 3908, // the database is read-only, or being recovered
        3980, // the transaction was aborted
        4060, 18452, 18456, 18470, // the login is not let in
        40197, 40501, 40613, 49918, 49919, 49920, // Azure: being moved, or busy
    ];

    /// <summary>What the exception means.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="connection">On what, as it is now.</param>
    public static SqlServerFault Classify(Exception exception, DbConnection connection) => exception switch
    {
        SqlException sql => Classify(sql),
        DbException or IOException or SocketException => SqlServerFault.Unavailable,
        // A lost connection, or a pool that has none left, is told in these ways too.
        InvalidOperationException or ObjectDisposedException when connection.State != ConnectionState.Open =>
            SqlServerFault.Unavailable,
        _ => SqlServerFault.Program,
    };

    private static SqlServerFault Classify(SqlException exception)
    {
        foreach (SqlError error in exception.Errors)
        {
            switch (error.Number)
            {
                case 2601 or 2627:
                    return SqlServerFault.Duplicate;
                case 1205 or 1222 or 3960 or LockNotGranted:
                    return SqlServerFault.Conflict;
            }
        }
        return exception.Class >= ServerClass || Unavailable.Contains(exception.Number)
            ? SqlServerFault.Unavailable
            : SqlServerFault.Program;
    }
}
