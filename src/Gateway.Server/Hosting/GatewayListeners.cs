using System.Net.Security;
using System.Security.Authentication;
using Gateway.Server.Callers;
using Gateway.Server.Pki;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Gateway.Server.Hosting;

/// <summary>The listeners: gRPC over mutual TLS, and probes in plain HTTP on loopback.</summary>
internal static class GatewayListeners
{
    /// <summary>Sets up Kestrel.</summary>
    public static void Add(WebApplicationBuilder builder, GatewayOptions options) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
        kestrel.Limits.MaxRequestBodySize = options.Limits.MessageBytes + 1024;
        kestrel.Limits.Http2.MaxStreamsPerConnection = options.Limits.StreamsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromMinutes(1);

        var listen = ListenAddress.Parse(options.Listen)!;
        if (listen.Address is null)
            kestrel.ListenLocalhost(listen.Port, Calls);
        else
            kestrel.Listen(listen.Address, listen.Port, Calls);

        var operations = ListenAddress.Parse(options.Operations.Listen)!;
        kestrel.Listen(operations.Address!, operations.Port, probes => probes.Protocols = HttpProtocols.Http1);
    });

    private static void Calls(ListenOptions listen)
    {
        var services = listen.ApplicationServices;
        var callers = services.GetRequiredService<CallerDirectory>();
        listen.Protocols = HttpProtocols.Http2;
        HandshakePki.Add(listen, services.GetRequiredService<PkiInForce>());
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            // Asked for each connection, so that new ones get what is in force then.
            OnConnection = handshake => ValueTask.FromResult(
                Authentication(HandshakePki.Of(handshake.Connection), callers)),
        });
        HandshakePki.End(listen);
        var connections = services.GetRequiredService<CallerConnections>();
        listen.Use(next => connection => connections.RunAsync(connection, next));
    }

    private static SslServerAuthenticationOptions Authentication(GatewayPki pki, CallerDirectory callers) => new()
    {
        ServerCertificateContext = pki.Server.Context,
        ClientCertificateRequired = true,
        CertificateChainPolicy = pki.Callers.Authorities.HandshakePolicy(),
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            callers.Admits(pki.Callers, certificate, chain),
        EnabledSslProtocols = SslProtocols.Tls13,
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        AllowRenegotiation = false,
        // A resumed session would skip the look at the client's certificate.
        AllowTlsResume = false,
    };
}
