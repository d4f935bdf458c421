using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.IntegrationTests.Access;

/// <summary>What the handshake does with chains that it did not expect.</summary>
public sealed class HandshakeTests
{
    [Fact]
    public async Task StrangersCertificate_ThatNamesAnAddress_IsNotFollowed()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var issuer = new TcpListener(IPAddress.Loopback, 0);
        issuer.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)issuer.LocalEndpoint).Port}/ca.crt";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=stranger", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [address]));
        var now = TimeProvider.System.GetUtcNow();
        using var bare = request.Create(
            new X500DistinguishedName("CN=nowhere"), X509SignatureGenerator.CreateForECDsa(key), now, now.AddHours(1), [1]);
        using var certificate = bare.CopyWithPrivateKey(key);

        var end = await Record.ExceptionAsync(() => HandshakeAsync(gateway.Address, certificate));
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);

        Assert.NotNull(end);
        Assert.False(issuer.Pending(), "the gateway fetched what a stranger's certificate named");
    }

    [Fact]
    public async Task Caller_BelowAnIntermediateThatItSends_ComesIn()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var root = TestPki.Shared.KeyPair("postal-root");
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        var middleRequest = new CertificateRequest("CN=Postal Issuing CA", middleKey, HashAlgorithmName.SHA256);
        middleRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        using var middle = middleRequest.Create(root, now.AddMinutes(-5), now.AddHours(2), [2])
            .CopyWithPrivateKey(middleKey);
        var request = new CertificateRequest("CN=branch", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri("spiffe://post.gov.eg/branch/00001"));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(middle, now.AddMinutes(-5), now.AddHours(1), [3]).CopyWithPrivateKey(key);

        using var client = Gateway.Client.GatewayClient.Connect(new Gateway.Client.GatewayClientOptions
        {
            Address = gateway.Address,
            ClientCertificate = certificate,
            ClientCertificateIssuers = [X509CertificateLoader.LoadCertificate(middle.RawData)],
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
        });
        var answer = await client.Fines.InquireFinesAsync(Some.Inquiry());

        Assert.Equal(5, answer.OutstandingCount);
    }

    private static async Task HandshakeAsync(Uri address, X509Certificate2 certificate)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(address.Host, address.Port);
        await using var tls = new SslStream(tcp.GetStream());
        var server = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        server.CustomTrustStore.AddRange(TestPki.Shared.Roots("server-root"));
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = server,
            TargetHost = "localhost",
            ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true),
            EnabledSslProtocols = SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http2],
        });
        // Under TLS 1.3 the refusal comes with the first read.
        if (await tls.ReadAsync(new byte[1]) == 0)
            throw new IOException("closed");
    }
}
