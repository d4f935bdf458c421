using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>Signs with a private key in memory, in the platform's library. Takes the key over. Thread-safe.</summary>
public sealed class EcdsaClearanceSigner : IClearanceSigner
{
    private readonly Lock _turn = new();
    private readonly ECDsa _key;

    /// <summary>Takes a private key on P-256.</summary>
    /// <exception cref="ArgumentException">It is on another curve.</exception>
    public EcdsaClearanceSigner(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        EcdsaKey.RequireP256(key);
        _key = key;
        PublicKey = key.ExportSubjectPublicKeyInfo();
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <inheritdoc/>
    public byte[] Sign(CoseToBeSigned content)
    {
        ArgumentNullException.ThrowIfNull(content);
        lock (_turn)
        {
            return EcdsaSignature.ToLowS(_key.SignData(
                content.Bytes.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
