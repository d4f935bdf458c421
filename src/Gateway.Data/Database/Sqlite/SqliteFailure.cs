using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>
/// Tells failures of the database itself from faults of a statement. Codes: https://sqlite.org/rescode.html.
/// </summary>
internal static class SqliteFailure
{
    private const int Busy = 5;
    private const int UniqueViolated = 2067;
    private const int PrimaryKeyViolated = 1555;

    /// <summary>
    /// PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB.
    /// </summary>
    private static readonly HashSet<int> Unavailable = [3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26];

    /// <summary>Whether another connection holds what is asked for.</summary>
    public static bool IsBusy(SqliteException exception) => exception.SqliteErrorCode == Busy;

    /// <summary>
    /// What to throw in place of the driver's exception, or null where it is a fault of the statement.
    /// </summary>
    public static Exception? Translate(SqliteException exception) => exception switch
    {
        { SqliteExtendedErrorCode: UniqueViolated or PrimaryKeyViolated } => new DuplicateRowException(exception),
        _ when Unavailable.Contains(exception.SqliteErrorCode) => new DatabaseUnavailableException(exception),
        _ => null,
    };
}
