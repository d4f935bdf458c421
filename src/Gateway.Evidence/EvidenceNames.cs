namespace Gateway.Evidence;

/// <summary>Names and sizes of evidence on the wire.</summary>
public static class EvidenceNames
{
    /// <summary>The trailer (or, without a message, the header) that carries a serialized
    /// <c>ResponseEvidence</c>.</summary>
    public const string ResponseTrailer = "response-evidence-bin";

    /// <summary>The request header with the caller's nonce: <see cref="NonceBytes"/> random bytes.</summary>
    public const string NonceHeader = "call-nonce-bin";

    /// <summary>Length of the caller's nonce in bytes.</summary>
    public const int NonceBytes = 16;

    /// <summary>Largest trailer, in bytes of base64 as it stands in the HTTP/2 header block.</summary>
    public const int MaxEncodedBytes = 5 * 1024;

    /// <summary>Largest signature that leaves room for the largest statement and batch, in bytes; most of it is the
    /// signing certificate.</summary>
    public const int MaxSignatureBytes =
        (MaxEncodedBytes / 4 * 3) - (3 * FieldHeader) - Statement.MaxBytes - BatchText.MaxBytes;

    // A protobuf field of 128 to 16,383 bytes: one byte of tag, two of length.
    private const int FieldHeader = 3;
}
