using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// COSE_Encrypt (RFC 9052, section 5.1) with AES-GCM and one recipient whose key is agreed upon directly by ECDH-ES
/// with HKDF and SHA-256 on P-256 (RFC 9053, section 6.3.1).
/// </summary>
/// <param name="Protected">The protected header of the content, encoded.</param>
/// <param name="KeyBytes">Length of the content's key: 16 or 32.</param>
/// <param name="Nonce">The nonce, 12 bytes.</param>
/// <param name="Ciphertext">Ciphertext and tag.</param>
/// <param name="RecipientProtected">The protected header of the recipient, encoded.</param>
/// <param name="Ephemeral">The sender's ephemeral public key.</param>
/// <param name="RecipientKeyId">Names the recipient's key.</param>
internal sealed record CoseEncrypt(
    byte[] Protected, int KeyBytes, byte[] Nonce, byte[] Ciphertext,
    byte[] RecipientProtected, P256Point Ephemeral, byte[] RecipientKeyId)
{
    private const int TagBytes = 16;

    /// <summary>Whether it is of the one form that certificates have.</summary>
    public bool IsOurs => KeyBytes == 16 && Ephemeral.IsCompressed && RecipientKeyId.Length == KeyId.Length
        && Ciphertext.Length > TagBytes;

    /// <summary>Reads one; null where it is none of this kind.</summary>
    public static CoseEncrypt? Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return CoseEncryptForm.Read(bytes);
        }
        catch (Exception e) when (CborForm.IsFault(e))
        {
            return null;
        }
    }

    /// <summary>Encrypts for a key, with a new ephemeral one.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> externalAad, UnitKey recipient)
    {
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var other = ECDiffieHellman.Create(recipient.Parameters);
        var header = CoseEncryptForm.ContentHeader();
        var message = new CoseEncrypt(
            header, 16, RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize),
            new byte[plaintext.Length + TagBytes],
            CoseEncryptForm.RecipientHeader(), P256Point.Compress(ephemeral.ExportParameters(false).Q),
            recipient.Id.ToBytes());
        using var cipher = new AesGcm(message.DeriveKey(ephemeral, other), TagBytes);
        cipher.Encrypt(
            message.Nonce, plaintext, message.Ciphertext.AsSpan(0, plaintext.Length),
            message.Ciphertext.AsSpan(plaintext.Length), CoseEncryptForm.Authenticated(header, externalAad));
        return CoseEncryptForm.Write(message);
    }

    /// <summary>Decrypts with the recipient's private key.</summary>
    /// <exception cref="CryptographicException">It is for another key, or was altered.</exception>
    public byte[] Decrypt(ECDiffieHellman recipient, ReadOnlySpan<byte> externalAad)
    {
        if (Ciphertext.Length < TagBytes)
            throw new CryptographicException("The ciphertext is too short.");

        using var ephemeral = ECDiffieHellman.Create(
            new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = Ephemeral.ToPoint() });
        using var cipher = new AesGcm(DeriveKey(recipient, ephemeral), TagBytes);
        var plaintext = new byte[Ciphertext.Length - TagBytes];
        cipher.Decrypt(
            Nonce, Ciphertext.AsSpan(0, plaintext.Length), Ciphertext.AsSpan(plaintext.Length), plaintext,
            CoseEncryptForm.Authenticated(Protected, externalAad));
        return plaintext;
    }

    private byte[] DeriveKey(ECDiffieHellman own, ECDiffieHellman other)
    {
        using var publicKey = other.PublicKey;
        var secret = own.DeriveRawSecretAgreement(publicKey);
        try
        {
            return HKDF.DeriveKey(
                HashAlgorithmName.SHA256, secret, KeyBytes, salt: [],
                info: CoseEncryptForm.KeyContext(KeyBytes, RecipientProtected));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}
