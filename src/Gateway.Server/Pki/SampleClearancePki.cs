using System.Security.Cryptography.X509Certificates;
using Gateway.Clearance;

namespace Gateway.Server.Pki;

/// <summary>
/// The sample keys of clearance certificates: the signing key, the traffic units' key, two roots and the trust list that
/// one of them signed.
/// </summary>
internal sealed class SampleClearancePki(string folder, TimeProvider time)
{
    private const string Prosecution = "Public Prosecution - Traffic";
    private const string TrustListFile = "trust-list.cbor";
    private const int Days = 365;

    /// <summary>Whether all of it is there; the trust list is written last.</summary>
    public bool Exists => File.Exists(Path.Combine(folder, TrustListFile));

    /// <summary>Makes all of it.</summary>
    /// <param name="issuer">Issues the certificates of the signing key and of the traffic units' key.</param>
    public void Make(X509Certificate2 issuer)
    {
        var authority = new SampleAuthority(folder, time);
        authority.MakeLeaf(
            "clearance-signing", "Traffic Clearance Signing", Prosecution, issuer, SampleProfile.Signature);
        authority.MakeLeaf(
            "unit-encryption", "Traffic Units, Holder Encryption", Prosecution, issuer, SampleProfile.Agreement);
        using var first = authority.MakeSelfSigned(
            "clearance-root-1", "Sample Clearance Trust Root 1", Prosecution, SampleProfile.Signature);
        using var second = authority.MakeSelfSigned(
            "clearance-root-2", "Sample Clearance Trust Root 2", Prosecution, SampleProfile.Signature);
        WriteTrustList(first);
    }

    private void WriteTrustList(X509Certificate2 root)
    {
        using var certificate = PemFiles.LoadCertificates(folder, "clearance-signing.pem")[0];
        var key = new TrustedKey(
            KeyUses.Certificates | KeyUses.RevocationLists,
            certificate.PublicKey.ExportSubjectPublicKeyInfo(),
            new DateTimeOffset(certificate.NotBefore),
            new DateTimeOffset(certificate.NotAfter));
        using var signer = new EcdsaClearanceSigner(root.GetECDsaPrivateKey()!);
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var list = TrustList.Sign(1, now.AddMinutes(-5), now.AddDays(Days), [key], signer);
        var making = Path.Combine(folder, TrustListFile + ".new");
        File.WriteAllBytes(making, list);
        File.Move(making, Path.Combine(folder, TrustListFile), overwrite: true);
    }
}
