namespace Gateway.Clearance;

/// <summary>
/// The code of a clearance certificate: <c>ETC1:</c> and, in base45, a COSE_Sign1 over CWT claims. Thread-safe.
/// </summary>
public static class ClearanceCredential
{
    /// <summary>What every code begins with.</summary>
    public const string Prefix = "ETC1:";

    /// <summary>Characters of the longest code.</summary>
    public const int MaxChars = 1024;

    /// <summary>Makes a code.</summary>
    /// <param name="claims">What it says; its encrypted holder is made here.</param>
    /// <param name="holder">Who holds the vehicle or licence; null leaves the encrypted part out.</param>
    /// <param name="unit">The traffic units' key that may read the holder; null leaves the encrypted part out.</param>
    /// <param name="signer">The key of the certificates.</param>
    /// <returns>Text of the QR code, in the alphabet of its alphanumeric mode.</returns>
    /// <exception cref="ArgumentException">The claims are not of their form, or make a code that is too
    /// long.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key failed.</exception>
    public static string Issue(
        ClearanceClaims claims, ClearanceHolder? holder, UnitKey? unit, IClearanceSigner signer)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(signer);
        if (holder is not null && unit is not null)
            claims = claims with { EncryptedHolder = HolderEncryption.Encrypt(claims.Id, holder, unit) };
        var payload = ClaimsWriter.Write(claims);
        if (ClaimsReader.Read(payload) is null)
            throw new ArgumentException("The claims are not of the form that verifiers take.", nameof(claims));

        var text = Prefix + Base45.Encode(CoseSign1.Sign(type: null, payload, signer));
        return text.Length <= MaxChars
            ? text
            : throw new ArgumentException(
                $"The code has {text.Length} characters, more than {MaxChars}.", nameof(claims));
    }
}
