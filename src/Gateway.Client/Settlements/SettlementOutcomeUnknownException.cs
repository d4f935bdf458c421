namespace Gateway.Client.Settlements;

/// <summary>
/// Nothing is known of what became of a request to settle: it may have been carried out, or still be. Do not give the
/// money back. Keep the request id, and ask again later with <see cref="GatewayClient.AbandonAsync"/>. The same request
/// may also be settled once more, but a refusal then tells nothing of the attempts before. Immutable.
/// </summary>
/// <remarks>
/// The inner exception tells why: an <see cref="Evidence.EvidenceException"/> (an answer that must not be believed;
/// find out why before asking again), an <see cref="OperationCanceledException"/> (it was cancelled), a
/// <see cref="GatewayRefusedException"/> (the abandoning was refused), any other
/// <see cref="Grpc.Core.RpcException"/> (no answer), or what <see cref="GatewayClientOptions.OnVerified"/> threw.
/// </remarks>
public sealed class SettlementOutcomeUnknownException : Exception
{
    internal SettlementOutcomeUnknownException(string requestId, Exception? cause)
        : base(
            $"The outcome of the settlement request '{requestId}' is unknown. Do not give the money back: ask again "
                + "later through AbandonSettlement with the same request id.",
            cause) =>
        RequestId = requestId;

    /// <summary>The <c>request_id</c> of the settlement.</summary>
    public string RequestId { get; }
}
