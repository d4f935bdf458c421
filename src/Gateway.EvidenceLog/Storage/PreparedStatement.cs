using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Gateway.EvidenceLog;

/// <summary>
/// A statement that is prepared once and run with other values each time. It goes past the provider's command, which
/// finds each parameter by name at each run: that took as long as the rows themselves. Used by one thread.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly int[] _parameters;

    /// <exception cref="SqliteException">The SQL is wrong.</exception>
    internal PreparedStatement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        _parameters = new int[names.Length];
        for (var index = 0; index < names.Length; index++)
            _parameters[index] = raw.sqlite3_bind_parameter_index(_statement, names[index]);
    }

    /// <summary>Runs it with a value for each name, in the order of the names.</summary>
    /// <param name="values">Each a <c>long</c>, a <c>string</c>, a <c>byte[]</c> or <see cref="DBNull"/>.</param>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    internal int Run(params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
            Check(Bind(_parameters[index], values[index]));
        try
        {
            var result = raw.sqlite3_step(_statement);
            if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
                SqliteException.ThrowExceptionForRC(result, _database);
            return raw.sqlite3_changes(_database);
        }
        finally
        {
            // Tells the failure of the step again, which was thrown already.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int parameter, object value) => value switch
    {
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, parameter, bytes),
        string text => raw.sqlite3_bind_text(_statement, parameter, text),
        DBNull => raw.sqlite3_bind_null(_statement, parameter),
        _ => throw new ArgumentException($"A value of type {value.GetType()} has no place in the log.", nameof(value)),
    };

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
