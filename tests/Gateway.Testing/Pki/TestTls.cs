using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Testing.Pki;

/// <summary>Mutual TLS by hand, for tests that do not go through the SDK.</summary>
internal static class TestTls
{
    /// <summary>
    /// A handler that trusts the test PKI's server root and, unless null, shows a caller's certificate.
    /// </summary>
    public static SocketsHttpHandler Handler(TestPki pki, string? caller, SslProtocols protocols = SslProtocols.Tls13)
    {
        var tls = new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = protocols,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            },
        };
        tls.CertificateChainPolicy.CustomTrustStore.AddRange(pki.Roots("server-root"));
        if (caller is not null)
            tls.ClientCertificateContext = SslStreamCertificateContext.Create(pki.KeyPair(caller), null, offline: true);
        return new SocketsHttpHandler { SslOptions = tls };
    }
}
