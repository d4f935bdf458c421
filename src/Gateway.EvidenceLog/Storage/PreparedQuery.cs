using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>A query for blobs that is prepared once and run with other numbers each time. Used by one thread.</summary>
internal sealed class PreparedQuery : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;

    internal PreparedQuery(SqliteConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = new SqliteParameter[names.Length];
        for (var index = 0; index < names.Length; index++)
            _parameters[index] = _command.Parameters.Add(names[index], SqliteType.Integer);
    }

    /// <summary>The first column of every row.</summary>
    internal List<byte[]> Blobs(params ReadOnlySpan<long> values)
    {
        for (var index = 0; index < values.Length; index++)
            _parameters[index].Value = values[index];
        var blobs = new List<byte[]>();
        using var rows = _command.ExecuteReader();
        while (rows.Read())
            blobs.Add((byte[])rows.GetValue(0));
        return blobs;
    }

    public void Dispose() => _command.Dispose();
}
