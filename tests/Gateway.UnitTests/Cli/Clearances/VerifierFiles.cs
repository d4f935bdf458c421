using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;
using Gateway.Domain;

namespace Gateway.UnitTests.Cli.Clearances;

/// <summary>
/// What a verifier without a network has on disk, and what issues the codes that it checks. Two roots, the second of
/// which signed nothing yet.
/// </summary>
internal sealed class VerifierFiles : IDisposable
{
    public static readonly DateTimeOffset Now = SomeClearance.Now;

    private readonly ECDsa _root = NewKey();
    private readonly ECDsa _signing = NewKey();
    private readonly ECDiffieHellman _unit = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly EcdsaClearanceSigner _signer;

    public VerifierFiles()
    {
        _signer = new EcdsaClearanceSigner(_signing);
        WriteCertificate("root1.pem", _root);
        WriteKey("root1.key", _root.ExportPkcs8PrivateKeyPem());
        using var second = NewKey();
        WriteCertificate("root2.pem", second);
        WriteKey("root2.key", second.ExportPkcs8PrivateKeyPem());
        WriteCertificate("signing.pem", _signing);
        WriteKey("unit.key", _unit.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(In("trust.cbor"), Trust(1, Now.AddDays(-1), Now.AddDays(30)));
        File.WriteAllBytes(In("revocations.cbor"), Revocations(1, Now.AddHours(-1), Now.AddDays(1)));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("trafficgw-").FullName;

    /// <summary>A certificate, valid for thirty days; the holder encrypted for the traffic units.</summary>
    public string Issue(
        CredentialId? id = null, DateTimeOffset? asOf = null, bool isLicence = false, IClearanceSigner? signer = null)
    {
        var moment = asOf ?? Now.AddHours(-2);
        var claims = new ClearanceClaims
        {
            Id = id ?? CredentialId.New(),
            AsOfTime = moment,
            ExpireTime = moment.AddDays(30),
            CertificateNumber = SomeClearance.Number,
            Kind = isLicence ? ClearanceKind.DrivingLicence : ClearanceKind.Vehicle,
            Subject = isLicence ? "4321" : "ق ب ل 1234",
            PlateKind = isLicence ? null : PlateKind.Private,
            BranchCode = "00017",
            SheetSerial = "A-1001",
            Result = ClearanceResult.NothingOutstanding,
        };
        var holder = new ClearanceHolder("منى أحمد", SomeClearance.NationalId, isLicence ? "12345678904321" : null);
        var unit = UnitKey.FromSubjectPublicKeyInfo(_unit.ExportSubjectPublicKeyInfo());
        return ClearanceCredential.Issue(claims, holder, unit, signer ?? _signer);
    }

    public byte[] Trust(long number, DateTimeOffset issued, DateTimeOffset until)
    {
        var key = new TrustedKey(
            KeyUses.Certificates | KeyUses.RevocationLists,
            _signing.ExportSubjectPublicKeyInfo(),
            Now.AddDays(-100),
            Now.AddDays(100));
        using var signer = new EcdsaClearanceSigner(ECDsa.Create(_root.ExportParameters(true)));
        return TrustList.Sign(number, issued, until, [key], signer);
    }

    public byte[] Revocations(
        long number, DateTimeOffset issued, DateTimeOffset until, params (CredentialId, RevokedAs)[] entries) =>
        RevocationList.Sign(number, issued, until, entries, _signer);

    public string In(string file) => Path.Combine(Folder, file);

    public void Dispose()
    {
        _signer.Dispose();
        _root.Dispose();
        _unit.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A key on P-256.</summary>
    public static ECDsa NewKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Writes a private key that nobody else may read.</summary>
    public void WriteKey(string file, string pem)
    {
        File.WriteAllText(In(file), pem);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In(file), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Writes a certificate of a key, valid for a hundred days before and after.</summary>
    public void WriteCertificate(string file, ECDsa key)
    {
        var request = new CertificateRequest("CN=" + file, key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(Now.AddDays(-100), Now.AddDays(100));
        File.WriteAllText(In(file), certificate.ExportCertificatePem());
    }
}
