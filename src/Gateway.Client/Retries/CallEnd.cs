using Grpc.Core;

namespace Gateway.Client.Retries;

/// <summary>How a call ended after all its attempts.</summary>
/// <param name="Answer">The answer; null where there is none.</param>
/// <param name="Failure">How the last attempt failed; null where there is an answer.</param>
/// <param name="IsInDoubt">Whether one of the attempts may have been carried out all the same.</param>
internal sealed record CallEnd<T>(T? Answer, RpcException? Failure, bool IsInDoubt)
    where T : class;
