namespace Gateway.Evidence;

/// <summary>
/// What was asked, by whom, and what was answered: one JSON object on one line (RFC 8259), ASCII, without white space,
/// members in a fixed order. The bytes travel and are logged as they are; nobody writes them a second time. Immutable;
/// thread-safe.
/// </summary>
/// <remarks>All digests are SHA-256 in lower-case hex.</remarks>
public sealed record Statement
{
    /// <summary>Value of the first member.</summary>
    public const string Type = "traffic-gateway-statement/v1";

    /// <summary>Largest statement, in bytes.</summary>
    public const int MaxBytes = 1280;

    /// <summary>Origin of the log that the statement is sealed in.</summary>
    public required string Gateway { get; init; }

    /// <summary>The call's id, a UUID of version 7 (RFC 9562).</summary>
    public required Guid CallId { get; init; }

    /// <summary>The caller's nonce, 16 bytes in lower-case hex; empty if the caller sent none.</summary>
    public required string CallNonce { get; init; }

    /// <summary>Path of the method; empty if it is of another form than <see cref="MethodOrEmpty"/> lets
    /// through.</summary>
    public required string Method { get; init; }

    /// <summary>The caller's SPIFFE id; empty if the call was refused for having none.</summary>
    public required string Caller { get; init; }

    /// <summary>Digest of the caller's certificate (DER).</summary>
    public required string CallerCertificateSha256 { get; init; }

    /// <summary>Digest of the descriptor set in force.</summary>
    public required string ContractSha256 { get; init; }

    /// <summary>Digest of the request messages (see <see cref="MessageDigester"/>).</summary>
    public required string RequestSha256 { get; init; }

    /// <summary>How many request messages the gateway took.</summary>
    public required int RequestCount { get; init; }

    /// <summary>Digest of the caller's own request signature, if it sent one.</summary>
    public string? RequestSignatureSha256 { get; init; }

    /// <summary>Digest of the response messages (see <see cref="MessageDigester"/>).</summary>
    public required string ResponseSha256 { get; init; }

    /// <summary>How many response messages the gateway sent.</summary>
    public required int ResponseCount { get; init; }

    /// <summary>gRPC status code, 0 to 16.</summary>
    public required int StatusCode { get; init; }

    /// <summary>gRPC status message: printable ASCII, at most 96 characters.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>Digest of the decoded <c>grpc-status-details-bin</c>, if there was one.</summary>
    public string? StatusDetailsSha256 { get; init; }

    /// <summary>When the call was completed. Written in UTC and cut to milliseconds.</summary>
    public required DateTimeOffset CompleteTime { get; init; }

    /// <summary>Writes the line, without a line end.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.StatementCanonical"/>: a member is not of its form,
    /// or the line would be longer than <see cref="MaxBytes"/>.</exception>
    public byte[] ToBytes()
    {
        StatementRules.Check(this);
        Span<byte> line = stackalloc byte[MaxBytes];
        return line[..StatementWriter.Write(this, line)].ToArray();
    }

    /// <summary>Reads a line, and refuses it unless <see cref="ToBytes"/> of what was read gives the same
    /// bytes.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceCheck.StatementCanonical"/>.</exception>
    public static Statement Parse(ReadOnlySpan<byte> line) => StatementParser.Parse(line);

    /// <summary>The path of a method as a statement names it: itself if it is of the form
    /// <c>/[A-Za-z0-9_.]{1,80}/[A-Za-z0-9_]{1,40}</c>, else empty.</summary>
    public static string MethodOrEmpty(string? path) => path is not null && StatementRules.IsMethod(path) ? path : "";

    /// <summary>A SPIFFE id as a statement names it: itself if it is <c>spiffe://</c>, a trust domain and a path in the
    /// characters that the SPIFFE standard allows (SPIFFE-ID, section 2), and of at most 128 characters; else
    /// empty.</summary>
    public static string CallerOrEmpty(string? spiffeId) =>
        spiffeId is not null && StatementRules.IsCaller(spiffeId) ? spiffeId : "";
}
