using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>A public key on P-256 that verifies. Thread-safe.</summary>
internal sealed class EcdsaKey
{
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly Lock _turn = new();
    private readonly ECDsa _key;

    private EcdsaKey(ECDsa key) => _key = key;

    /// <summary>Reads a SubjectPublicKeyInfo.</summary>
    /// <exception cref="CryptographicException">It is none, or is followed by bytes.</exception>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public static EcdsaKey Read(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        var key = ECDsa.Create();
        try
        {
            Import(key, subjectPublicKeyInfo);
            return new EcdsaKey(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Reads a SubjectPublicKeyInfo into a key.</summary>
    /// <exception cref="CryptographicException">It is none, or is followed by bytes.</exception>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public static void Import(ECDsa key, ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out var read);
        if (read != subjectPublicKeyInfo.Length)
            throw new CryptographicException("Bytes follow the public key.");
        RequireP256(key);
    }

    /// <summary>Refuses a key on another curve.</summary>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public static void RequireP256(ECDsa key)
    {
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid is not { } curve
            || (curve.Value ?? Oid.FromFriendlyName(curve.FriendlyName!, OidGroup.PublicKeyAlgorithm).Value) != P256)
            throw new ArgumentException("The key is not on the curve P-256.", nameof(key));
    }

    /// <summary>Whether the key made this signature. Never throws.</summary>
    public bool Verifies(CoseSign1 signed)
    {
        var content = signed.ToBeSigned().Bytes;
        try
        {
            lock (_turn)
            {
                return _key.VerifyData(
                    content.Span, signed.Signature.Span, HashAlgorithmName.SHA256,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
            }
        }
        catch (CryptographicException)
        {
            // A platform may refuse numbers that are out of range where others say that they do not verify.
            return false;
        }
    }
}
