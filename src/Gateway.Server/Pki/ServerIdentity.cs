using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Server.Pki;

/// <summary>The TLS server certificate, its key and chain. Immutable; disposed of when no handshake uses it.</summary>
internal sealed class ServerIdentity : IDisposable
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");
    private readonly KeyPair _pair;

    private ServerIdentity(KeyPair pair)
    {
        _pair = pair;
        Context = SslStreamCertificateContext.Create(pair.Certificate, [.. pair.Issuers], offline: true);
    }

    /// <summary>The certificate.</summary>
    public X509Certificate2 Certificate => _pair.Certificate;

    /// <summary>What a handshake takes.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>The files that it is in.</summary>
    public static IReadOnlyList<string> Files(PkiOptions options) => PemFiles.FilesOf(options.Server);

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; the message says why.</exception>
    public static ServerIdentity Load(FileSnapshot files, PkiOptions options, DateTimeOffset now)
    {
        using var made = new Unkept();
        var pair = made.Add(PemFiles.LoadKeyPair(files, options.Server));
        pair.CheckDates(now);
        pair.CheckChain();
        CheckPurpose(pair.Certificate);
        return made.Keep(new ServerIdentity(pair));
    }

    /// <inheritdoc />
    public void Dispose() => _pair.Dispose();

    private static void CheckPurpose(X509Certificate2 certificate)
    {
        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().ToList();
        if (purposes.Count > 0 && !purposes.Exists(usage =>
            usage.EnhancedKeyUsages.OfType<Oid>().Any(oid => oid.Value == ServerAuthentication.Value)))
            throw new InvalidDataException($"The certificate '{certificate.Subject}' is not for a TLS server.");
    }
}
