using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.EvidenceLog;

/// <summary>Takes a row's blob. It is gone with the next row.</summary>
internal delegate void BlobTaker(int row, ReadOnlySpan<byte> blob);

/// <summary>
/// A query for blobs that is prepared once and run with other numbers each time, close to SQLite: a proof has few
/// microseconds. Used by one thread.
/// </summary>
internal sealed class PreparedQuery : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The SQL is wrong.</exception>
    internal PreparedQuery(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Gives the first column of every row to a taker.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="SqliteException">The file can't be read.</exception>
    internal int Run(BlobTaker take, params ReadOnlySpan<long> values)
    {
        for (var index = 0; index < values.Length; index++)
            Check(raw.sqlite3_bind_int64(_statement, index + 1, values[index]));
        try
        {
            for (var row = 0; ; row++)
            {
                var result = raw.sqlite3_step(_statement);
                if (result == raw.SQLITE_DONE)
                    return row;
                if (result != raw.SQLITE_ROW)
                    SqliteException.ThrowExceptionForRC(result, _database);
                take(row, raw.sqlite3_column_blob(_statement, 0));
            }
        }
        finally
        {
            // Tells the failure of the step again, which was thrown already.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
