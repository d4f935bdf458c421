using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Gateway.Server.Callers;

/// <summary>The open connections of callers. Thread-safe.</summary>
internal sealed class CallerConnections
{
    private readonly ConcurrentDictionary<string, CallerConnection> _open = new(StringComparer.Ordinal);

    /// <summary>All that are open.</summary>
    public IEnumerable<CallerConnection> Open => _open.Select(one => one.Value);

    /// <summary>Keeps a connection among the open ones until it ends; after TLS.</summary>
    public async Task RunAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is not { } certificate)
        {
            connection.Abort(new ConnectionAbortedException("No client certificate."));
            return;
        }

        var caller = new CallerConnection(connection, certificate);
        connection.Features.Set(caller);
        _open[connection.ConnectionId] = caller;
        try
        {
            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    }
}
