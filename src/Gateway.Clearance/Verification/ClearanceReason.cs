namespace Gateway.Clearance;

/// <summary>What exactly stands behind a verdict.</summary>
public enum ClearanceReason
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>The text does not begin as a code does.</summary>
    PrefixMissing,

    /// <summary>The text is longer than any code.</summary>
    TooLong,

    /// <summary>The text is no base45.</summary>
    NotBase45,

    /// <summary>The bytes are no CBOR.</summary>
    NotCbor,

    /// <summary>Bytes follow the signed message.</summary>
    TrailingBytes,

    /// <summary>A map has a key twice.</summary>
    DuplicateKeys,

    /// <summary>The bytes are not in their one canonical form.</summary>
    NotCanonical,

    /// <summary>It is not tagged as a signed message of one signer.</summary>
    NotTagged,

    /// <summary>Its parts or headers are others than a certificate's; a signature of another length too.</summary>
    HeaderWrong,

    /// <summary>No key of the trust list has its key identifier and may sign certificates.</summary>
    KeyUnknown,

    /// <summary>The signature is the second form of another one.</summary>
    SignatureNotLowS,

    /// <summary>The signature is wrong.</summary>
    SignatureWrong,

    /// <summary>The key was not valid at the moment of the certificate.</summary>
    KeyNotValidThen,

    /// <summary>What is signed are not the claims of a certificate.</summary>
    ClaimsWrong,

    /// <summary>The certificate is from later than the clock says.</summary>
    NotYetValid,

    /// <summary>The trust list is from later than the clock says.</summary>
    ClockBeforeTrustList,

    /// <summary>The revocation list is from later than the clock says.</summary>
    ClockBeforeRevocationList,

    /// <summary>The trust list is past its date.</summary>
    TrustListOutdated,

    /// <summary>There is no revocation list.</summary>
    RevocationListMissing,

    /// <summary>The revocation list is past its date.</summary>
    RevocationListOutdated,

    /// <summary>Its validity has ended.</summary>
    Expired,

    /// <summary>It is revoked.</summary>
    Revoked,

    /// <summary>It was printed again.</summary>
    Superseded,
}
