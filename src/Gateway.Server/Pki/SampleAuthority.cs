using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gateway.Server.Pki;

/// <summary>
/// Makes sample certificates and writes each as <c>NAME.pem</c> (with chain) and <c>NAME.key</c> (mode 0600).
/// </summary>
internal sealed class SampleAuthority(string folder, TimeProvider time)
{
    private const int RootDays = 3650;
    private const int LeafDays = 365;

    /// <summary>Makes a self-signed root. The caller disposes it.</summary>
    public X509Certificate2 MakeRoot(string file, string commonName, string organisation)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key, commonName, organisation);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        var now = Now();
        var root = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(RootDays));
        Write(file, key, root);
        return root;
    }

    /// <summary>Makes a certificate that its own key signed, and that is no authority. The caller disposes it.</summary>
    public X509Certificate2 MakeSelfSigned(string file, string commonName, string organisation, SampleProfile profile)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key, commonName, organisation);
        profile.Apply(request);
        var now = Now();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(RootDays));
        Write(file, key, certificate);
        return certificate;
    }

    /// <summary>Makes a certificate below <paramref name="issuer"/>, valid for a year from now or as given.</summary>
    public void MakeLeaf(
        string file,
        string commonName,
        string organisation,
        X509Certificate2 issuer,
        SampleProfile profile,
        DateTimeOffset? notBefore = null,
        DateTimeOffset? notAfter = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(key, commonName, organisation);
        profile.Apply(request);
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)(serial[0] & 0x7f | 0x40);
        var now = Now();
        using var certificate = request.Create(
            issuer, notBefore ?? now.AddMinutes(-5), notAfter ?? now.AddDays(LeafDays), serial);
        Write(file, key, certificate);
    }

    /// <summary>Makes a root's revocation list and writes it as <c>NAME.crl</c>, PEM.</summary>
    /// <param name="file">The name.</param>
    /// <param name="root">The root with its key.</param>
    /// <param name="number">Number of the list.</param>
    /// <param name="revoked">Certificates that it revokes.</param>
    /// <param name="thisUpdate">From when it is; default now.</param>
    /// <param name="nextUpdate">When the next one is due; default in a year.</param>
    public void MakeRevocationList(
        string file, X509Certificate2 root, long number, IEnumerable<X509Certificate2> revoked,
        DateTimeOffset? thisUpdate = null, DateTimeOffset? nextUpdate = null)
    {
        var list = new CertificateRevocationListBuilder();
        var now = Now();
        foreach (var certificate in revoked)
            list.AddEntry(certificate, now.AddMinutes(-5));
        var der = list.Build(
            root, number, nextUpdate ?? now.AddDays(LeafDays), HashAlgorithmName.SHA256,
            thisUpdate: thisUpdate ?? now.AddMinutes(-5));
        var making = Path.Combine(folder, file + ".crl.new");
        File.WriteAllText(making, PemEncoding.WriteString("X509 CRL", der) + "\n");
        File.Move(making, Path.Combine(folder, file + ".crl"), overwrite: true);
    }

    private static CertificateRequest Request(ECDsa key, string commonName, string organisation)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("EG");
        name.AddOrganizationName(organisation);
        name.AddOrganizationalUnitName(SamplePki.Marker);
        name.AddCommonName(commonName);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }

    // Certificates hold whole seconds.
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());

    private void Write(string file, ECDsa key, X509Certificate2 certificate)
    {
        File.WriteAllText(Path.Combine(folder, file + ".pem"), certificate.ExportCertificatePem() + "\n");
        var keyFile = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            keyFile.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(Path.Combine(folder, file + ".key"), keyFile);
        stream.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
    }
}
