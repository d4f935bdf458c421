using Grpc.Core;

namespace Gateway.Client.Retries;

/// <summary>What the failure of one attempt means for the call.</summary>
internal static class AttemptFailure
{
    private const string RequestIdReused = "REQUEST_ID_REUSED";
    private const string RequestIdAbandoned = "REQUEST_ID_ABANDONED";
    private const string RequestIdExpired = "REQUEST_ID_EXPIRED";

    /// <summary>Whether another attempt may end otherwise.</summary>
    public static bool MaySendAgain(RpcException failure) => failure is not GatewayRefusedException refusal
        || refusal.IsOutcomeUnknown
        || refusal is { StatusCode: StatusCode.ResourceExhausted, RetryDelay: not null };

    /// <summary>Whether the attempt may have been carried out although it failed. An expired one was.</summary>
    public static bool LeavesDoubt(RpcException failure) => failure is not GatewayRefusedException refusal
        || refusal.IsOutcomeUnknown
        || refusal.Reason == RequestIdExpired;

    /// <summary>
    /// Whether the failure tells that no attempt was carried out and none will be: the id is another request's, or was
    /// abandoned. Other refusals say nothing about earlier attempts, which may be under way still, or were answered
    /// before the caller's certificate was revoked.
    /// </summary>
    public static bool IsConclusive(RpcException failure) =>
        failure is GatewayRefusedException { Reason: RequestIdReused or RequestIdAbandoned };
}
