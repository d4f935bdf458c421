using Gateway.Server.Pki;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Server.Hosting;

/// <summary>
/// Keeps what is in force whole for a connection until its handshake is over: the certificates that it began with must
/// not be disposed of meanwhile, and no longer must they be kept.
/// </summary>
internal static class HandshakePki
{
    /// <summary>Takes what is in force when a connection comes; before TLS.</summary>
    public static void Add(ListenOptions listen, PkiInForce pki) => listen.Use(next => async connection =>
    {
        using var use = pki.Use();
        connection.Features.Set(use);
        await next(connection);
    });

    /// <summary>Gives it back when the handshake is over; after TLS.</summary>
    public static void End(ListenOptions listen) => listen.Use(next => connection =>
    {
        connection.Features.Get<PkiUse>()?.Dispose();
        return next(connection);
    });

    /// <summary>What was in force when the connection came.</summary>
    public static GatewayPki Of(BaseConnectionContext connection) =>
        connection.Features.GetRequiredFeature<PkiUse>().Pki;
}
