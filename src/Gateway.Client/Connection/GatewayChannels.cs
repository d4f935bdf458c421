using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;

namespace Gateway.Client.Connection;

/// <summary>
/// Two channels over the same connections: one on which gRPC sends calls again by itself, and one on which it does not,
/// for those who have to know how each attempt ended.
/// </summary>
internal sealed class GatewayChannels : IDisposable
{
    private readonly HttpClient _http;
    private readonly GrpcChannel _repeating;
    private readonly GrpcChannel _single;

    public GatewayChannels(GatewayClientOptions options)
    {
        // Given the bare handler, gRPC would open a connection of its own for each channel.
        _http = new HttpClient(GatewayHttpHandler.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _repeating = Over(_http, options, GrpcRetries.From(options.Retry));
        _single = Over(_http, options, serviceConfig: null);
        Repeating = _repeating.CreateCallInvoker();
        Single = _single.CreateCallInvoker();
    }

    /// <summary>Sends calls again.</summary>
    public CallInvoker Repeating { get; }

    /// <summary>Sends each call once.</summary>
    public CallInvoker Single { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _single.Dispose();
        _repeating.Dispose();
        _http.Dispose();
    }

    private static GrpcChannel Over(HttpClient http, GatewayClientOptions options, ServiceConfig? serviceConfig) =>
        GrpcChannel.ForAddress(options.Address!, new GrpcChannelOptions
        {
            HttpClient = http,
            CompressionProviders = [],
            MaxReceiveMessageSize = options.MaxAnswerBytes,
            LoggerFactory = options.LoggerFactory,
            ServiceConfig = serviceConfig,
        });
}
