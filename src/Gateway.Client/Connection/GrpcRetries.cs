using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace Gateway.Client.Connection;

/// <summary>gRPC's own retries (gRFC A6): of every method, as the contract makes every method repeatable.</summary>
internal static class GrpcRetries
{
    /// <summary>The service config of a channel that sends calls again; null where they are to be sent once.</summary>
    public static ServiceConfig? From(RetryOptions options) => options.Attempts == 1 ? null : new ServiceConfig
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = options.Attempts,
                    InitialBackoff = options.InitialBackoff,
                    MaxBackoff = options.MaxBackoff,
                    BackoffMultiplier = options.BackoffMultiplier,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };
}
