using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Clearance;

/// <summary>Public key on P-256 of the traffic units, for which holders are encrypted. Immutable,
/// thread-safe.</summary>
public sealed class UnitKey
{
    private UnitKey(ECParameters parameters, KeyId id)
    {
        Parameters = parameters;
        Id = id;
    }

    /// <summary>Names the key.</summary>
    public KeyId Id { get; }

    internal ECParameters Parameters { get; }

    /// <summary>Reads a SubjectPublicKeyInfo, DER.</summary>
    /// <exception cref="CryptographicException">It is none, or is followed by bytes.</exception>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public static UnitKey FromSubjectPublicKeyInfo(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        using var key = ECDsa.Create();
        EcdsaKey.Import(key, subjectPublicKeyInfo);
        return new UnitKey(key.ExportParameters(includePrivateParameters: false), KeyId.Of(subjectPublicKeyInfo));
    }

    /// <summary>The key of a certificate.</summary>
    /// <exception cref="CryptographicException">It has none of this kind.</exception>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public static UnitKey FromCertificate(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return FromSubjectPublicKeyInfo(certificate.PublicKey.ExportSubjectPublicKeyInfo());
    }
}
