namespace Gateway.Client;

/// <summary>Names of metadata that gRPC itself defines.</summary>
internal static class MetadataNames
{
    /// <summary>Trailer with a serialized <c>google.rpc.Status</c>.</summary>
    public const string StatusDetails = "grpc-status-details-bin";
}
