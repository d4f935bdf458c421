namespace Gateway.Clearance;

/// <summary>What a key of the trust list may sign. The numbers are those of the file.</summary>
[Flags]
public enum KeyUses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Certificates.</summary>
    Certificates = 1,

    /// <summary>Revocation lists.</summary>
    RevocationLists = 2,
}

/// <summary>A key that verifiers trust.</summary>
/// <param name="Uses">What it may sign.</param>
/// <param name="PublicKey">The key on P-256: SubjectPublicKeyInfo, DER.</param>
/// <param name="NotBefore">What it signs is from then on. Whole seconds.</param>
/// <param name="NotAfter">And not from later. Whole seconds.</param>
public sealed record TrustedKey(
    KeyUses Uses, ReadOnlyMemory<byte> PublicKey, DateTimeOffset NotBefore, DateTimeOffset NotAfter)
{
    /// <summary>Whether it may have signed something of this moment.</summary>
    public bool IsValidAt(DateTimeOffset moment) => moment >= NotBefore && moment <= NotAfter;
}
