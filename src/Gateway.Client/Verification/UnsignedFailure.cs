using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// The failures that may come without evidence: those that the client's own side of the connection makes, and those
/// with which the gateway says that it could not seal an answer. All of them mean that the outcome is unknown.
/// </summary>
internal static class UnsignedFailure
{
    public static bool IsAcceptable(Status status) => status.StatusCode switch
    {
        StatusCode.Unavailable or StatusCode.ResourceExhausted => true,
        StatusCode.DeadlineExceeded or StatusCode.Cancelled => true,
        // Only gRPC itself gives a cause; one that came over the wire has none.
        StatusCode.Internal or StatusCode.Unknown => status.DebugException is not null,
        _ => false,
    };
}
