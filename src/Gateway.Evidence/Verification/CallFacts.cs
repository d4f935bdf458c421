namespace Gateway.Evidence;

/// <summary>What the caller itself knows of a call; evidence has to agree with all of it. Digests in lower-case
/// hex.</summary>
public sealed record CallFacts
{
    /// <summary>Path of the method that was called.</summary>
    public required string Method { get; init; }

    /// <summary>The nonce that was sent, in lower-case hex; empty if none was.</summary>
    public required string CallNonce { get; init; }

    /// <summary>SHA-256 of the certificate (DER) that the connection was made with.</summary>
    public required string CallerCertificateSha256 { get; init; }

    /// <summary>Digest of all request messages that were sent (see <see cref="MessageDigester"/>).</summary>
    public required string RequestSha256 { get; init; }

    /// <summary>How many request messages were sent.</summary>
    public required int RequestCount { get; init; }

    /// <summary>
    /// SHA-256 (32 bytes) of each request message in the order of sending. Where it is given, an answer other than OK
    /// may cover a beginning of what was sent: a client stream that the gateway ended early, or a call that it refused
    /// before it took the message. An answer OK always covers all. Null: every answer has to cover all.
    /// </summary>
    public IReadOnlyList<byte[]>? RequestDigests { get; init; }

    /// <summary>Digest of all response messages that were received (see <see cref="MessageDigester"/>).</summary>
    public required string ResponseSha256 { get; init; }

    /// <summary>How many response messages were received.</summary>
    public required int ResponseCount { get; init; }

    /// <summary>gRPC status code that was received.</summary>
    public required int StatusCode { get; init; }

    /// <summary>gRPC status message that was received, percent-decoded; empty if none was.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>The decoded <c>grpc-status-details-bin</c>; null if there was none.</summary>
    public byte[]? StatusDetails { get; init; }
}
