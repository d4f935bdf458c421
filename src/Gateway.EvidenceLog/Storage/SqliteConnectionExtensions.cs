using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Statements that are run once in a while and need no preparation.</summary>
internal static class SqliteConnectionExtensions
{
    internal static object? Scalar(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    // Whatever type the value was written with: a file that was tampered with is to be read, not to be trusted.
    internal static byte[]? Bytes(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters) =>
        connection.Rows(sql, row => row.GetFieldValue<byte[]>(0), parameters).FirstOrDefault();

    internal static void Run(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    internal static IEnumerable<T> Rows<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object Value)> parameters) =>
        Read(connection.Command(sql, parameters), read);

    private static IEnumerable<T> Read<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using (command)
        {
            using var rows = command.ExecuteReader();
            while (rows.Read())
                yield return read(rows);
        }
    }

    private static SqliteCommand Command(
        this SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
