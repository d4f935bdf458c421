using System.Data.Common;
using Dapper;

namespace Gateway.Data;

/// <summary>
/// A connection within a transaction, on which stores are made. Lives as long as the delegate that it was given to. Not
/// thread-safe: one statement at a time.
/// </summary>
public sealed class DatabaseSession
{
    internal DatabaseSession(DbConnection connection, DbTransaction transaction, SqlCatalog catalog)
    {
        Connection = connection;
        Transaction = transaction;
        Catalog = catalog;
    }

    internal DbConnection Connection { get; }

    internal DbTransaction Transaction { get; }

    internal SqlCatalog Catalog { get; }

    internal async Task<IReadOnlyList<T>> ListAsync<T>(string statement, object parameters, CancellationToken ct) =>
        (await Connection.QueryAsync<T>(Command(statement, parameters, ct)).ConfigureAwait(false)).AsList();

    internal Task<T?> FindAsync<T>(string statement, object parameters, CancellationToken ct)
        where T : class =>
        Connection.QuerySingleOrDefaultAsync<T>(Command(statement, parameters, ct));

    internal Task<T> GetAsync<T>(string statement, object? parameters, CancellationToken ct) =>
        Connection.QuerySingleAsync<T>(Command(statement, parameters, ct));

    internal Task<int> ExecuteAsync(string statement, object? parameters, CancellationToken ct) =>
        Connection.ExecuteAsync(Command(statement, parameters, ct));

    private CommandDefinition Command(string statement, object? parameters, CancellationToken ct) =>
        new(Catalog[statement], parameters, Transaction, cancellationToken: ct);
}
