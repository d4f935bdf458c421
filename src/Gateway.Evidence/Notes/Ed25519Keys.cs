using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Gateway.Evidence;

/// <summary>Ed25519 (RFC 8032), which the platform's library does not offer.</summary>
internal static class Ed25519Keys
{
    internal const int SeedBytes = 32;

    /// <exception cref="ArgumentException">It is no private key.</exception>
    internal static byte[] PublicKey(byte[] seed)
    {
        if (seed.Length != SeedBytes)
            throw new ArgumentException("A private Ed25519 key has 32 bytes.", nameof(seed));
        var publicKey = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(seed, 0, publicKey, 0);
        return publicKey;
    }

    internal static byte[] Sign(byte[] seed, byte[] signed)
    {
        var value = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, signed, 0, signed.Length, value, 0);
        return value;
    }

    internal static byte[] NewSeed() => RandomNumberGenerator.GetBytes(SeedBytes);
}
