namespace Gateway.Evidence;

/// <summary>Object identifiers of the signature profile.</summary>
internal static class CmsOids
{
    /// <summary>RFC 5652, section 4.</summary>
    internal const string Data = "1.2.840.113549.1.7.1";

    /// <summary>RFC 5652, section 5.1.</summary>
    internal const string SignedData = "1.2.840.113549.1.7.2";

    /// <summary>RFC 5652, section 11.1.</summary>
    internal const string ContentType = "1.2.840.113549.1.9.3";

    /// <summary>RFC 5652, section 11.2.</summary>
    internal const string MessageDigest = "1.2.840.113549.1.9.4";

    /// <summary>RFC 5652, section 11.3.</summary>
    internal const string SigningTime = "1.2.840.113549.1.9.5";

    /// <summary>RFC 5035, section 3.</summary>
    internal const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    /// <summary>RFC 5754, section 2.2.</summary>
    internal const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>RFC 5754, section 2.3.</summary>
    internal const string Sha384 = "2.16.840.1.101.3.4.2.2";

    /// <summary>RFC 5754, section 2.4.</summary>
    internal const string Sha512 = "2.16.840.1.101.3.4.2.3";

    /// <summary>RFC 5758, section 3.2.</summary>
    internal const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    /// <summary>P-256: RFC 5480, section 2.1.1.1.</summary>
    internal const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Extended key usage for document signing: RFC 9336.</summary>
    internal const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    /// <summary>Extended key usage for time stamping: RFC 5280, section 4.2.1.12.</summary>
    internal const string TimeStamping = "1.3.6.1.5.5.7.3.8";
}
