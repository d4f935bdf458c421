using Gateway.Client.Connection;
using Gateway.Client.Verification;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Grpc.Core;
using Grpc.Net.Client;

namespace Gateway.Client;

/// <summary>
/// A connection to the gateway whose answers are verified before the caller sees them. Thread-safe; one for the life of
/// a process.
/// </summary>
/// <remarks>
/// <para>A call ends in one of these ways, on unary and streaming methods alike:</para>
/// <list type="bullet">
/// <item>it returns: the answer's evidence was verified;</item>
/// <item><see cref="GatewayRefusedException"/>: the gateway refused or failed, and its evidence for that was
/// verified;</item>
/// <item><see cref="EvidenceException"/>: there was an answer, but it must not be believed; the exception says which
/// check failed;</item>
/// <item>any other <see cref="RpcException"/>: no answer, or only that the gateway could not sign one. The outcome is
/// unknown: a change may or may not have been made. Send the same request again with the same <c>request_id</c>.</item>
/// </list>
/// <para>
/// Messages of a response stream are handed out as they come and are provisional: what they say counts only once the
/// stream has ended without an exception. A stream that is given up before its end is not verified at all. Response
/// headers are not signed.
/// </para>
/// </remarks>
public sealed class GatewayClient : IDisposable
{
    private readonly IDisposable _channel;

    internal GatewayClient(CallInvoker invoker, IDisposable channel)
    {
        _channel = channel;
        CallInvoker = invoker;
        Fines = new FinesInquiryService.FinesInquiryServiceClient(invoker);
        Settlements = new SettlementService.SettlementServiceClient(invoker);
        Evidence = new EvidenceService.EvidenceServiceClient(invoker);
    }

    /// <summary>Inquiry about fines.</summary>
    public FinesInquiryService.FinesInquiryServiceClient Fines { get; }

    /// <summary>Settlement of fines.</summary>
    public SettlementService.SettlementServiceClient Settlements { get; }

    /// <summary>Evidence, and the certificates that answers are signed with.</summary>
    public EvidenceService.EvidenceServiceClient Evidence { get; }

    /// <summary>What every call goes through; for services of the contract that have no property here.</summary>
    public CallInvoker CallInvoker { get; }

    /// <summary>Makes the clients. No connection is opened before the first call.</summary>
    /// <exception cref="ArgumentException">One or more options are missing or wrong; the message names all of
    /// them.</exception>
    public static GatewayClient Connect(GatewayClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var channel = GrpcChannel.ForAddress(options.Address!, new GrpcChannelOptions
        {
            HttpHandler = GatewayHttpHandler.Create(options),
            DisposeHttpClient = true,
            CompressionProviders = [],
            MaxReceiveMessageSize = options.MaxAnswerBytes,
            LoggerFactory = options.LoggerFactory,
        });
        var invoker = new VerifyingCallInvoker(channel.CreateCallInvoker(), CallSettings.From(options));
        return new GatewayClient(invoker, channel);
    }

    /// <summary>Closes the connection. Calls under way end with <see cref="StatusCode.Cancelled"/>.</summary>
    public void Dispose() => _channel.Dispose();
}
