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

    /// <summary>The one value of a question.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var connection = Connect();
        using var command = Command(connection, sql, values);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>An open connection beside the gateway.</summary>
    public abstract DbConnection Connect();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var opened in _opened.OfType<IAsyncDisposable>())
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
