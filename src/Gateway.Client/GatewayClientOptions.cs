using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Gateway.Client;

/// <summary>
/// What a <see cref="GatewayClient"/> needs to connect. Read once, by <see cref="GatewayClient.Connect"/>.
/// </summary>
public sealed class GatewayClientOptions
{
    /// <summary>
    /// Where the gateway listens, <c>https</c>. Its host is checked against the server's certificate. Required.
    /// </summary>
    public Uri? Address { get; set; }

    /// <summary>The caller's own certificate with its private key, for client authentication. Required.</summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// Issuers of <see cref="ClientCertificate"/> up to, but without, the root; sent with it. Default none.
    /// </summary>
    public IReadOnlyList<X509Certificate2> ClientCertificateIssuers { get; set; } = [];

    /// <summary>
    /// The only authorities whose server certificates are trusted; the machine's own store is not asked. Required.
    /// </summary>
    public X509Certificate2Collection ServerRoots { get; set; } = [];

    /// <summary>The only authorities whose signing certificates are trusted. Required.</summary>
    public X509Certificate2Collection SigningRoots { get; set; } = [];

    /// <summary>
    /// Called with each answer whose evidence verified, refusals included, before the caller sees the answer; here
    /// evidence is kept. Called on the call's own thread, from several threads at once. What it throws, the call
    /// throws. While it is set, the messages of a stream are held in memory until the stream ends. A refusal after which
    /// gRPC itself sends the call again is not seen here. Default none.
    /// </summary>
    public Action<VerifiedAnswer>? OnVerified { get; set; }

    /// <summary>
    /// Deadline of a call that is made without one, all attempts of gRPC itself included. Default 30 s.
    /// </summary>
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How calls are sent again.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>How long to try for a connection. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>An idle connection with a call under way is pinged this often. Default 20 s.</summary>
    public TimeSpan KeepAlivePingDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A connection whose ping is not answered for so long is given up. Default 10 s.</summary>
    public TimeSpan KeepAlivePingTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest answer that is taken, in bytes. Default 4 MiB.</summary>
    public int MaxAnswerBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Where gRPC logs. Default nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for deadlines and for the validity of certificates. Default the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal void Validate()
    {
        var faults = new List<string>();
        if (Address is not { IsAbsoluteUri: true } || Address.Scheme != Uri.UriSchemeHttps)
            faults.Add($"{nameof(Address)} must be an https address.");
        if (ClientCertificate is not { HasPrivateKey: true })
            faults.Add($"{nameof(ClientCertificate)} must be a certificate with its private key.");
        if (ServerRoots.Count == 0)
            faults.Add($"{nameof(ServerRoots)} must hold at least one root certificate.");
        if (SigningRoots.Count == 0)
            faults.Add($"{nameof(SigningRoots)} must hold at least one root certificate.");
        if (DefaultDeadline <= TimeSpan.Zero)
            faults.Add($"{nameof(DefaultDeadline)} must be positive.");
        if (MaxAnswerBytes <= 0)
            faults.Add($"{nameof(MaxAnswerBytes)} must be positive.");
        faults.AddRange(Retry.Faults(nameof(Retry)));
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(' ', faults));
    }
}
