using System.Data.Common;
using System.Globalization;
using Gateway.Data;
using Gateway.Domain;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Testing.Databases;

/// <summary>A database of its own with the schema; gone when disposed.</summary>
internal abstract class TestDatabase : IDisposable
{
    private readonly List<IProsecutionDatabase> _opened = [];

    /// <summary>Where it is.</summary>
    public abstract IDatabaseProvider Provider { get; }

    /// <summary>The settings of a gateway that uses it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The database as the gateway opens it.</summary>
    public IProsecutionDatabase Database { get; private set; } = null!;

    /// <summary>Makes a database.</summary>
    public static TestDatabase Create(TestDialect dialect) =>
        Prepare(dialect == TestDialect.Sqlite ? new SqliteTestDatabase() : new SqlServerTestDatabase());

    /// <summary>Makes an embedded database in a folder of the test's own.</summary>
    public static TestDatabase CreateIn(string directory) => Prepare(new SqliteTestDatabase(directory));

    /// <summary>Opens it once more, as another gateway does.</summary>
    /// <param name="onPoint">Told where each write is; what it throws, the write meets.</param>
    public IProsecutionDatabase Open(Action<TransactionPoint>? onPoint = null)
    {
        var opened = OpenNew(onPoint);
        _opened.Add(opened);
        return opened;
    }

    /// <summary>Runs SQL beside the gateway, as the prosecution's own programs do.</summary>
    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = Connect();
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>Adds a row; money, times and dates in the dialect's own form.</summary>
    public void Insert(string table, params ReadOnlySpan<object?> values)
    {
        var places = string.Join(", ", Enumerable.Range(0, values.Length).Select(i => $"@p{i}"));
        Execute($"INSERT INTO {table} VALUES ({places})", values);
    }

    /// <summary>Adds rows of as many values each, together; as <see cref="Insert"/>.</summary>
    public void InsertRows(string table, IReadOnlyList<object?[]> rows)
    {
        var width = rows[0].Length;
        var places = rows.Select((_, row) =>
            $"({string.Join(", ", Enumerable.Range(row * width, width).Select(i => $"@p{i}"))})");
        Execute($"INSERT INTO {table} VALUES {string.Join(", ", places)}", [.. rows.SelectMany(row => row)]);
    }

    /// <summary>The one value of a question.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = Connect();
        using var command = Command(connection, sql, values);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The rows of a question, the values of each with bars between them: money in piastres, dates as
    /// <c>2026-03-01</c>, bytes in hex.
    /// </summary>
    public IReadOnlyList<string> Lines(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = Connect();
        using var command = Command(connection, sql, values);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return lines;
    }

    /// <summary>An open connection beside the gateway.</summary>
    public abstract DbConnection Connect();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var opened in _opened)
            opened.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Drop();
    }

    private protected abstract IProsecutionDatabase OpenNew(Action<TransactionPoint>? onPoint);

    private protected abstract void Drop();

    private static TestDatabase Prepare(TestDatabase database)
    {
        database.Provider.Migrate(NullLogger.Instance, TimeProvider.System, CancellationToken.None);
        database.Database = database.Open();
        return database;
    }

    private static DbCommand Command(DbConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        DapperTypes.Register();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            Set(parameter, values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    // Money is the only decimal; SQLite has piastres and dates as text anyway.
    private static string? Text(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal pounds => ((long)(pounds * 100)).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static void Set(DbParameter parameter, object? value)
    {
        switch (value)
        {
            case Money money:
                new DbMoney.Handler().SetValue(parameter, money);
                break;
            case DateTimeOffset moment:
                new DbTime.Handler().SetValue(parameter, new DbTime(moment));
                break;
            case DateOnly date:
                new DbDate.Handler().SetValue(parameter, new DbDate(date));
                break;
            default:
                parameter.Value = value ?? DBNull.Value;
                break;
        }
    }
}
