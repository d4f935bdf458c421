namespace Gateway.Evidence;

/// <summary>What is looked at when a time stamp is obtained or verified; each has its own value so that a refusal says
/// which failed.</summary>
public enum TimeStampCheck
{
    /// <summary>The response can be read (RFC 3161, section 2.4.2).</summary>
    Response = 1,

    /// <summary>The authority granted the request.</summary>
    Status,

    /// <summary>The token can be read: one signer, and a TSTInfo in it.</summary>
    Form,

    /// <summary>The token is over the SHA-256 of these very bytes.</summary>
    Imprint,

    /// <summary>The nonce is the one that was sent.</summary>
    Nonce,

    /// <summary>The policy is one of those allowed.</summary>
    Policy,

    /// <summary>The authority's certificate is there, and the one that the token names (ESSCertID, RFC 5816).</summary>
    Certificate,

    /// <summary>The certificate is for time stamping, critically and for nothing else (RFC 3161, section
    /// 2.3).</summary>
    Purpose,

    /// <summary>Digest and key are strong enough: SHA-2; RSA of 2048 bits, or an elliptic curve of 256.</summary>
    Algorithm,

    /// <summary>The token's signature verifies under the certificate's key.</summary>
    Signature,

    /// <summary>The certificate leads to one of the given roots.</summary>
    Chain,

    /// <summary>The certificate and its issuers were valid at the time that the token names.</summary>
    Dates,
}
