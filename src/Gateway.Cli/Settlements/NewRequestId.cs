namespace Gateway.Cli.Settlements;

/// <summary>Ids of new requests.</summary>
internal static class NewRequestId
{
    /// <summary>A UUID, lower case.</summary>
    public static string Make(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString();
}
