using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.Data;

/// <summary>
/// An insert that is prepared once and told its values by position, right on SQLite's own interface: the driver looks
/// each parameter up by name and makes a reader for each row, which takes longer than the insert. Not thread-safe.
/// </summary>
internal sealed class SqliteBulkInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _positions;
    private readonly byte[] _utf8 = new byte[1024];
    private int _next;

    /// <param name="connection">The connection, within a transaction.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters in the order in which values will be given.</param>
    public SqliteBulkInsert(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _positions = new int[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            _positions[i] = raw.sqlite3_bind_parameter_index(_statement, parameters[i]);
    }

    /// <summary>The next value is a number, or NULL.</summary>
    public SqliteBulkInsert Number(long? value)
    {
        Check(value is { } number
            ? raw.sqlite3_bind_int64(_statement, _positions[_next++], number)
            : raw.sqlite3_bind_null(_statement, _positions[_next++]));
        return this;
    }

    /// <summary>The next value is a text, or NULL. At most 340 characters.</summary>
    public SqliteBulkInsert Text(string? value)
    {
        var position = _positions[_next++];
        Check(value switch
        {
            null => raw.sqlite3_bind_null(_statement, position),
            "" => raw.sqlite3_bind_text(_statement, position, value),
            _ => raw.sqlite3_bind_text(_statement, position, _utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8))),
        });
        return this;
    }

    /// <summary>Inserts the row.</summary>
    public void Run()
    {
        _next = 0;
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
