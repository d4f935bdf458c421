using Gateway.Data;
using Microsoft.Extensions.Logging;

namespace Gateway.IntegrationTests.Faults;

/// <summary>
/// A database that can be closed while nobody uses it, so that no file of it is open; the next use opens it again.
/// </summary>
internal sealed class ClosableDatabase(IDatabaseProvider provider, ILoggerFactory loggers, TimeProvider time)
    : IProsecutionDatabase
{
    private IProsecutionDatabase? _open;

    /// <inheritdoc />
    public string Description => Database.Description;

    private IProsecutionDatabase Database => _open ??= provider.Open(loggers, time);

    /// <summary>Closes it.</summary>
    public async Task CloseAsync()
    {
        if (_open is { } open)
            await open.DisposeAsync();
        _open = null;
    }

    /// <inheritdoc />
    public Task<T> ReadAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken) =>
        Database.ReadAsync(work, cancellationToken);

    /// <inheritdoc />
    public Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken) =>
        Database.WriteAsync(work, cancellationToken);

    /// <inheritdoc />
    public Task PingAsync(CancellationToken cancellationToken) => Database.PingAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CloseAsync();
}
