using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gateway.Clearance;

/// <summary>
/// The holder within a code, readable by the traffic units only. It is bound to its code by the identifier, so it
/// cannot be moved to another. Thread-safe.
/// </summary>
public static class HolderEncryption
{
    private const int MaxNameChars = 120;
    private const int MaxDigits = 14;

    /// <summary>Decrypts the holder.</summary>
    /// <param name="claims">Claims whose signature was verified.</param>
    /// <param name="unitKey">Private key of the traffic units.</param>
    /// <returns>Null where there is no encrypted holder, it is for another key, or it was altered.</returns>
    public static ClearanceHolder? Decrypt(ClearanceClaims claims, ECDiffieHellman unitKey)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(unitKey);
        if (claims.EncryptedHolder.IsEmpty || CoseEncrypt.Read(claims.EncryptedHolder) is not { } message)
            return null;

        try
        {
            return Read(message.Decrypt(unitKey, claims.Id.ToBytes()));
        }
        catch (Exception e) when (e is CryptographicException || CborForm.IsFault(e))
        {
            return null;
        }
    }

    /// <summary>Encrypts the holder.</summary>
    /// <exception cref="ArgumentException">Who decrypts would not take it: a name or number that is empty, too long or
    /// has controls.</exception>
    internal static byte[] Encrypt(CredentialId id, ClearanceHolder holder, UnitKey unit)
    {
        var plaintext = Write(holder);
        try
        {
            Read(plaintext);
        }
        catch (Exception e) when (CborForm.IsFault(e))
        {
            throw new ArgumentException("The holder is not of the form that traffic units take.", nameof(holder), e);
        }
        return CoseEncrypt.Encrypt(plaintext, id.ToBytes(), unit);
    }

    private static byte[] Write(ClearanceHolder holder)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(1 + (holder.NationalId is null ? 0 : 1) + (holder.LicenceNumber is null ? 0 : 1));
        writer.WriteInt32(ClaimNames.HolderName);
        writer.WriteTextString(holder.Name);
        if (holder.NationalId is { } id)
        {
            writer.WriteInt32(ClaimNames.HolderNationalId);
            writer.WriteTextString(id);
        }
        if (holder.LicenceNumber is { } licence)
        {
            writer.WriteInt32(ClaimNames.HolderLicenceNumber);
            writer.WriteTextString(licence);
        }
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static ClearanceHolder Read(byte[] plaintext)
    {
        var reader = new CborReader(plaintext, CborConformanceMode.Canonical);
        var more = reader.ReadMap(1, 3) - 1;
        reader.ReadKey(ClaimNames.HolderName);
        var holder = new ClearanceHolder(reader.ReadText(MaxNameChars), null, null);
        for (; more > 0; more--)
        {
            holder = reader.ReadInt32() switch
            {
                ClaimNames.HolderNationalId => holder with { NationalId = reader.ReadText(MaxDigits) },
                ClaimNames.HolderLicenceNumber => holder with { LicenceNumber = reader.ReadText(MaxDigits) },
                _ => throw new FormatException("A member that is not known."),
            };
        }
        reader.ReadEndMap();
        return reader.BytesRemaining == 0 ? holder : throw new FormatException("Bytes follow the holder.");
    }
}
