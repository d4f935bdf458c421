using System.Security.Cryptography;
using Gateway.Clearance;

namespace Gateway.Testing.Clearances;

/// <summary>
/// Those who take part, with keys of their own: a root, the issuer of certificates, a traffic unit; and the lists that
/// verifiers keep of them. Thread-safe.
/// </summary>
internal sealed class ClearanceParties : IDisposable
{
    /// <summary>The time of the checks: a day after the certificates.</summary>
    public static readonly DateTimeOffset Now = SomeCredential.AsOfTime.AddDays(1);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ClearanceParties()
    {
        Issuer = new EcdsaClearanceSigner(_key);
        Unit = UnitKey.FromSubjectPublicKeyInfo(UnitPrivateKey.ExportSubjectPublicKeyInfo());
    }

    /// <summary>A root that verifiers have pinned.</summary>
    public EcdsaClearanceSigner Root { get; } = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Signs certificates and revocation lists.</summary>
    public EcdsaClearanceSigner Issuer { get; }

    /// <summary>The issuer's private key.</summary>
    public ECDsa IssuerKey => _key;

    /// <summary>The traffic unit's private key.</summary>
    public ECDiffieHellman UnitPrivateKey { get; } = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The traffic unit's public key.</summary>
    public UnitKey Unit { get; }

    /// <summary>The issuer's key for everything, valid from a year before to a year after.</summary>
    public TrustedKey TrustedKey(KeyUses uses = KeyUses.Certificates | KeyUses.RevocationLists) =>
        new(uses, Issuer.PublicKey, SomeCredential.AsOfTime.AddYears(-1), SomeCredential.AsOfTime.AddYears(1));

    /// <summary>A trust list as a file; of the issuer's key where none is given.</summary>
    public byte[] TrustListFile(params TrustedKey[] keys) => TrustList.Sign(
        7, Now.AddHours(-1), Now.AddDays(90), keys.Length == 0 ? [TrustedKey()] : keys, Root);

    /// <summary>The same, read.</summary>
    public TrustList Trust(params TrustedKey[] keys) => TrustList.Read(TrustListFile(keys), [Root.PublicKey]);

    /// <summary>A revocation list as a file.</summary>
    public byte[] RevocationsFile(params (CredentialId Id, RevokedAs As)[] entries) =>
        RevocationList.Sign(3, Now.AddHours(-1), Now.AddHours(23), entries, Issuer);

    /// <summary>The same, read.</summary>
    public RevocationList Revocations(params (CredentialId Id, RevokedAs As)[] entries) =>
        RevocationList.Read(RevocationsFile(entries), Trust());

    /// <summary>A verifier with both lists in date and nothing revoked.</summary>
    public ClearanceVerifier Verifier() => new(Trust(), Revocations());

    /// <summary>A code.</summary>
    public string Issue(ClearanceClaims claims, ClearanceHolder? holder = null) =>
        ClearanceCredential.Issue(claims, holder, Unit, Issuer);

    /// <inheritdoc/>
    public void Dispose()
    {
        Root.Dispose();
        Issuer.Dispose();
        UnitPrivateKey.Dispose();
    }
}
