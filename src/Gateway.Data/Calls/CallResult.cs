namespace Gateway.Data;

/// <summary>The answer to a call with a request id, kept so that a retry gets the same bytes.</summary>
public sealed record CallResult
{
    /// <summary>SPIFFE id of the caller.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }

    /// <summary>Full name of the method, such as <c>/traffic.gateway.v1.SettlementService/SettleFines</c>.</summary>
    public required string Method { get; init; }

    /// <summary>SHA-256 of the whole request as the gateway serializes it, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> RequestSha256 { get; init; }

    /// <summary>The request as it came, or the part of it that is kept.</summary>
    public required ReadOnlyMemory<byte> Request { get; init; }

    /// <summary>The response as it was sent.</summary>
    public required ReadOnlyMemory<byte> Response { get; init; }

    /// <summary>Call id of the statement that was signed for it.</summary>
    public required Guid CallId { get; init; }

    /// <summary>When it was recorded. Kept in whole milliseconds, finer parts are cut off.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>What became of it. Default: answered.</summary>
    public CallResultState State { get; init; } = CallResultState.Answered;

    /// <summary>Names the call without what was in it, as that is personal.</summary>
    public override string ToString() => $"CallResult {CallId} {Method}";
}
