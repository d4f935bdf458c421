namespace Gateway.Clearance;

/// <summary>
/// Keys of the claims: those of CWT (RFC 8392, section 4), and of the private claim that has a certificate's own
/// members.
/// </summary>
internal static class ClaimNames
{
    public const int Issuer = 1;
    public const int ExpireTime = 4;
    public const int IssueTime = 6;
    public const int Id = 7;

    public const int Certificate = -65537;
    public const int Number = 1;
    public const int Kind = 2;
    public const int Subject = 3;
    public const int Branch = 6;
    public const int SheetSerial = 7;
    public const int Result = 8;
    public const int EncryptedHolder = 9;
    public const int PlateKind = 11;
    public const int Governorate = 12;

    public const int HolderName = 4;
    public const int HolderNationalId = 9;
    public const int HolderLicenceNumber = 10;

    public const int TrustList = -65538;
    public const int RevocationList = -65539;
    public const int ListNumber = 1;
    public const int ListEntries = 2;

    public const int KeyUses = 1;
    public const int KeyPublic = 2;
    public const int KeyNotBefore = 3;
    public const int KeyNotAfter = 4;
}
