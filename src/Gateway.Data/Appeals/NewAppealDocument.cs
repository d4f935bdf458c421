namespace Gateway.Data;

/// <summary>A document as it is added to an appeal.</summary>
public sealed record NewAppealDocument
{
    /// <summary>Key of the appeal.</summary>
    public required long AppealId { get; init; }

    /// <summary>The document.</summary>
    public required AppealDocumentRecord Document { get; init; }

    /// <summary>Its content.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>SPIFFE id of the caller that added it.</summary>
    public required string Caller { get; init; }

    /// <summary>The caller's request id, lower-case UUID.</summary>
    public required string RequestId { get; init; }
}
