namespace Gateway.Clearance;

/// <summary>
/// A key that signs certificates or lists, behind a door that lets only those through and never a bare digest.
/// Thread-safe.
/// </summary>
public interface IClearanceSigner : IDisposable
{
    /// <summary>Its public key on P-256: SubjectPublicKeyInfo, DER.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Signs with ES256.</summary>
    /// <param name="content">What is signed.</param>
    /// <returns>r and s, 32 bytes each, the lower of the two possible s.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key failed.</exception>
    byte[] Sign(CoseToBeSigned content);
}
