namespace Gateway.Evidence;

/// <summary>What is looked at when evidence is read or verified; each has its own value so that a refusal says which
/// failed.</summary>
public enum EvidenceCheck
{
    /// <summary>The answer carries evidence at all.</summary>
    Present = 1,

    /// <summary>Statement, batch and signature are all there.</summary>
    Fields,

    /// <summary>The evidence is at most <see cref="EvidenceNames.MaxEncodedBytes"/> encoded.</summary>
    Size,

    /// <summary>The statement is exactly the line that its values give, each value of its form, at most
    /// <see cref="Statement.MaxBytes"/>.</summary>
    StatementCanonical,

    /// <summary>The batch is exactly the text that its values give.</summary>
    BatchCanonical,

    /// <summary>The statement's digest is a line of the batch.</summary>
    StatementInBatch,

    /// <summary>Statement and batch name the same log.</summary>
    Origin,

    /// <summary>The signature is the one DER encoding of its values in the profile of this project.</summary>
    SignatureForm,

    /// <summary>The signed attribute message-digest is the batch's digest.</summary>
    MessageDigest,

    /// <summary>The signature value verifies under the signing certificate's key.</summary>
    SignatureValue,

    /// <summary>The signed attribute signing-certificate-v2 names the certificate that came with the
    /// signature.</summary>
    SigningCertificate,

    /// <summary>The key is of a kind that answers are signed with: ECDSA on P-256.</summary>
    KeyAlgorithm,

    /// <summary>The certificate's key usage has contentCommitment.</summary>
    KeyUsage,

    /// <summary>The certificate's extended key usage has document signing.</summary>
    Purpose,

    /// <summary>The certificate leads to one of the given roots.</summary>
    Chain,

    /// <summary>The certificate and its issuers are valid now.</summary>
    Dates,

    /// <summary>The call was completed within a minute of the signing time.</summary>
    CompleteTime,

    /// <summary>As many request messages as were sent.</summary>
    RequestCount,

    /// <summary>The request messages are those that were sent.</summary>
    RequestDigest,

    /// <summary>As many response messages as were received.</summary>
    ResponseCount,

    /// <summary>The response messages are those that were received.</summary>
    ResponseDigest,

    /// <summary>The nonce is the one that was sent with this call.</summary>
    Nonce,

    /// <summary>The method is the one that was called.</summary>
    Method,

    /// <summary>The caller's certificate is the one that the call was made with.</summary>
    CallerCertificate,

    /// <summary>The gRPC status code is the one that was received.</summary>
    StatusCode,

    /// <summary>The gRPC status message is the one that was received.</summary>
    StatusMessage,

    /// <summary>The gRPC status details are those that were received.</summary>
    StatusDetails,

    /// <summary>The announcement of a note key is exactly the text that its key gives.</summary>
    NoteKey,
}
