using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>A statement that is prepared once and run with other values each time. Used by one thread.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    internal PreparedStatement(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = new SqliteParameter[names.Length];
        for (var index = 0; index < names.Length; index++)
            _parameters[index] = _command.Parameters.Add(new SqliteParameter { ParameterName = names[index] });
    }

    /// <summary>Runs it with a value for each name, in the order of the names.</summary>
    /// <returns>How many rows it changed.</returns>
    internal int Run(params ReadOnlySpan<object> values)
    {
        for (var index = 0; index < values.Length; index++)
            _parameters[index].Value = values[index];
        return _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
