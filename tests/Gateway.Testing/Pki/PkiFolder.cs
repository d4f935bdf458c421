using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;

namespace Gateway.Testing.Pki;

/// <summary>
/// A copy of the test PKI whose files are changed under a gateway. What is made is put beside it first, so that a test
/// brings it in as it likes. Callers and roots are those of <see cref="TestPki.Shared"/>.
/// </summary>
internal sealed class PkiFolder : IDisposable
{
    private const string Prosecution = "Public Prosecution - Traffic";
    private readonly string _home = TestFolders.Create();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private long _trustListNumber = 1;
    private long _listNumber = 1;

    /// <summary>Copies the test PKI and the access policy.</summary>
    public PkiFolder()
    {
        Directory = Path.Combine(_home, "pki");
        Made = Path.Combine(_home, "made");
        System.IO.Directory.CreateDirectory(Directory);
        System.IO.Directory.CreateDirectory(Made);
        foreach (var file in System.IO.Directory.GetFiles(TestPki.Shared.Directory))
            File.Copy(file, Path.Combine(Directory, Path.GetFileName(file)));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "access-policy.json"), PathOf("access-policy.json"));
    }

    /// <summary>The folder that a gateway watches.</summary>
    public string Directory { get; }

    /// <summary>Where new files are made.</summary>
    public string Made { get; }

    /// <summary>Settings of a gateway over this folder.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Gateway:Pki:Directory"] = Directory,
        ["Gateway:Pki:AccessPolicy"] = PathOf("access-policy.json"),
        ["Gateway:Pki:SettleTime"] = "00:00:02",
    };

    /// <summary>A file of the folder.</summary>
    public string PathOf(string file) => Path.Combine(Directory, file);

    /// <summary>A file that was made.</summary>
    public string MadePath(string file) => Path.Combine(Made, file);

    /// <summary>Makes another TLS server certificate.</summary>
    public X509Certificate2 MakeServer() => Make("server", "localhost", "server-root", SampleProfile.Server);

    /// <summary>Makes another key that signs answers.</summary>
    public X509Certificate2 MakeSigning(string name = "signing", string issuer = "signing-root") =>
        Make(name, "Traffic Gateway Response Signing", issuer, SampleProfile.Signing);

    /// <summary>Makes another key of the traffic units.</summary>
    public X509Certificate2 MakeUnit() => Make(
        "unit-encryption", "Traffic Units, Holder Encryption", "signing-root", SampleProfile.Agreement);

    /// <summary>Makes another key of clearance certificates, and a trust list that names it beside the others.</summary>
    public X509Certificate2 MakeClearance(string name = "clearance-signing", DateTimeOffset? notBefore = null)
    {
        var certificate = Make(name, "Traffic Clearance Signing", "signing-root", SampleProfile.Signature);
        MakeTrustList(notBefore ?? _now.AddDays(-60), [certificate, Current("clearance-signing")]);
        return certificate;
    }

    /// <summary>Makes a trust list.</summary>
    /// <returns>Its number.</returns>
    public long MakeTrustList(DateTimeOffset notBefore, IEnumerable<X509Certificate2> certificates)
    {
        using var root = PemFiles.LoadKeyPair(Directory, "clearance-root-1");
        using var signer = new EcdsaClearanceSigner(root.Certificate.GetECDsaPrivateKey()!);
        var from = DateTimeOffset.FromUnixTimeSeconds(notBefore.ToUnixTimeSeconds());
        var issue = DateTimeOffset.FromUnixTimeSeconds(_now.ToUnixTimeSeconds());
        var keys = certificates.Select(one => new TrustedKey(
            KeyUses.Certificates | KeyUses.RevocationLists, one.PublicKey.ExportSubjectPublicKeyInfo(), from,
            issue.AddDays(300))).DistinctBy(key => Convert.ToHexString(key.PublicKey.Span));
        File.WriteAllBytes(
            MadePath("trust-list.cbor"),
            TrustList.Sign(++_trustListNumber, issue.AddMinutes(-5), issue.AddDays(200), [.. keys], signer));
        return _trustListNumber;
    }

    /// <summary>Makes an authority's next revocation list.</summary>
    /// <returns>Its number.</returns>
    public long MakeRevocationList(
        string root, IEnumerable<X509Certificate2> revoked, long? number = null, DateTimeOffset? nextUpdate = null,
        DateTimeOffset? thisUpdate = null)
    {
        using var issuer = PemFiles.LoadKeyPair(Directory, root);
        _listNumber = number ?? _listNumber + 1;
        new SampleAuthority(Made, TimeProvider.System).MakeRevocationList(
            root, issuer.Certificate, _listNumber, revoked, thisUpdate, nextUpdate);
        return _listNumber;
    }

    /// <summary>Makes an authority of another name and key, with its revocation list.</summary>
    public void MakeOtherRoot(string name)
    {
        var authority = new SampleAuthority(Made, TimeProvider.System);
        using var root = authority.MakeRoot(name, "Another Root", Prosecution);
        authority.MakeRevocationList(name, root, 1, []);
    }

    /// <summary>Makes a new certificate of an authority that keeps its name and key.</summary>
    /// <returns>Its thumbprint.</returns>
    public string MakeRenewedRoot(string name, int validDays)
    {
        using var before = TestPki.Shared.KeyPair(name);
        using var key = before.GetECDsaPrivateKey()!;
        var request = new CertificateRequest(before.SubjectName, key, HashAlgorithmName.SHA256);
        foreach (var extension in before.Extensions)
            request.CertificateExtensions.Add(extension);
        using var renewed = request.CreateSelfSigned(_now.AddDays(-1), _now.AddDays(validDays));
        File.WriteAllText(MadePath(name + ".pem"), renewed.ExportCertificatePem() + "\n");
        return renewed.Thumbprint;
    }

    /// <summary>Makes an authority below a root, and puts it among the files.</summary>
    public X509Certificate2 MakeAuthorityBelow(string root, string name)
    {
        using var issuer = PemFiles.LoadKeyPair(Directory, root);
        new SampleAuthority(Directory, TimeProvider.System).MakeLeaf(
            name, "Issuing Authority " + name, Prosecution, issuer.Certificate, SampleProfile.Authority,
            notAfter: _now.AddDays(400));
        return Current(name);
    }

    /// <summary>Makes a caller of the post.</summary>
    public KeyPair MakeCaller(string name, string spiffeId, DateTimeOffset notAfter)
    {
        using var issuer = PemFiles.LoadKeyPair(Directory, "postal-root");
        new SampleAuthority(Made, TimeProvider.System).MakeLeaf(
            name, name, "Post", issuer.Certificate, SampleProfile.Caller(new Uri(spiffeId)), notAfter: notAfter);
        return PemFiles.LoadKeyPair(Made, name);
    }

    /// <summary>Makes another access policy.</summary>
    public void MakePolicy(Func<string, string> change) => File.WriteAllText(
        MadePath("access-policy.json"), change(File.ReadAllText(PathOf("access-policy.json"))));

    /// <summary>Brings what was made in, each file by an atomic rename.</summary>
    public void Bring(params string[] files)
    {
        foreach (var file in files)
            File.Move(MadePath(file), PathOf(file), overwrite: true);
    }

    /// <summary>A certificate of the folder as it is now.</summary>
    public X509Certificate2 Current(string name) => PemFiles.LoadCertificates(Directory, name + ".pem")[0];

    /// <summary>Makes a certificate and its key.</summary>
    public X509Certificate2 Make(string name, string commonName, string issuer, SampleProfile profile)
    {
        using var root = PemFiles.LoadKeyPair(Directory, issuer);
        new SampleAuthority(Made, TimeProvider.System).MakeLeaf(name, commonName, Prosecution, root.Certificate, profile);
        return PemFiles.LoadCertificates(Made, name + ".pem")[0];
    }

    /// <inheritdoc />
    public void Dispose() => TestFolders.Delete(_home);
}
