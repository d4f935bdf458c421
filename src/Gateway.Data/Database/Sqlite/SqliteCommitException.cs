using Microsoft.Data.Sqlite;

namespace Gateway.Data;

/// <summary>COMMIT itself failed.</summary>
internal sealed class SqliteCommitException(SqliteException cause) : Exception(cause.Message, cause)
{
    /// <summary>What SQLite said.</summary>
    public SqliteException Cause => cause;
}
