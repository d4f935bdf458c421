using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Pki;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Testing.Gateways;

/// <summary>What a gateway has in force.</summary>
internal static class InForce
{
    /// <summary>The certificate that a new connection is shown.</summary>
    public static async Task<string> ServerAsync(this TestGateway gateway)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(gateway.Address.Host, gateway.Address.Port);
        await using var tls = new SslStream(tcp.GetStream());
        var roots = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        roots.CustomTrustStore.AddRange(TestPki.Shared.Roots("server-root"));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = roots,
            TargetHost = "localhost",
            ClientCertificateContext = SslStreamCertificateContext.Create(
                TestPki.Shared.KeyPair("branch-00001"), null, offline: true),
            EnabledSslProtocols = SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http2],
        });
        return tls.RemoteCertificate!.GetCertHashString();
    }

    /// <summary>Asks what is in force.</summary>
    public static T Ask<T>(this TestGateway gateway, Func<GatewayPki, T> question)
    {
        using var use = gateway.Services.GetRequiredService<PkiInForce>().Use();
        return question(use.Pki);
    }

    /// <summary>Waits until something is in force.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> UntilAsync(this TestGateway gateway, Func<GatewayPki, bool> isSo, string what)
    {
        var start = TimeProvider.System.GetTimestamp();
        await Until.SoAsync(() => gateway.Ask(isSo), what);
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <summary>Waits until the files of a part stand so.</summary>
    public static Task UntilAsync(this TestGateway gateway, string part, PartStateKind kind) => Until.SoAsync(
        () => gateway.Services.GetRequiredService<PkiSource>().States.Single(one => one.Part == part).Kind == kind,
        $"{part} {kind}");

    /// <summary>What <c>/readyz</c> says.</summary>
    public static async Task<string> ReadyAsync(this TestGateway gateway)
    {
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };
        return await http.GetStringAsync("/readyz");
    }
}
