using Gateway.Client;
using Gateway.Client.Verification;
using Gateway.Contracts.V1;
using Gateway.Evidence;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.UnitTests.Client;

/// <summary>A client whose calls go to a <see cref="FakeGateway"/>, with a method of each kind.</summary>
internal sealed class VerifyingClient : IDisposable
{
    public static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private const string CallerCertificateSha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static readonly Marshaller<GetFineRequest> Requests = MarshallerOf(GetFineRequest.Parser);
    private static readonly Marshaller<GetFineResponse> Responses = MarshallerOf(GetFineResponse.Parser);
    private readonly SigningPki _pki = new(Now);

    public VerifyingClient()
    {
        Gateway = new FakeGateway(_pki, CallerCertificateSha256, Now);
        var verifier = new EvidenceVerifier([_pki.Root], TimeProvider.System);
        Settings = new CallSettings(
            verifier, CallerCertificateSha256, TimeSpan.FromSeconds(30), Verified.Add, TimeProvider.System);
        Invoker = new VerifyingCallInvoker(Gateway, Settings);
        Gateway.Responses.Add(Response("1").ToByteArray());
    }

    public FakeGateway Gateway { get; }

    public CallSettings Settings { get; }

    public VerifyingCallInvoker Invoker { get; }

    public List<VerifiedAnswer> Verified { get; } = [];

    public FinesInquiryService.FinesInquiryServiceClient Fines => new(Invoker);

    public static Method<GetFineRequest, GetFineResponse> MethodOf(MethodType type) =>
        new(type, "traffic.gateway.v1.Test", type.ToString(), Requests, Responses);

    public static GetFineRequest Request(string number) => new() { FineNumber = number };

    public static GetFineResponse Response(string number) => new() { Fine = new Fine { FineNumber = number } };

    public AsyncServerStreamingCall<GetFineResponse> ServerStream() =>
        Invoker.AsyncServerStreamingCall(MethodOf(MethodType.ServerStreaming), null, default, Request("1"));

    public AsyncClientStreamingCall<GetFineRequest, GetFineResponse> ClientStream() =>
        Invoker.AsyncClientStreamingCall(MethodOf(MethodType.ClientStreaming), null, default);

    public AsyncDuplexStreamingCall<GetFineRequest, GetFineResponse> Duplex() =>
        Invoker.AsyncDuplexStreamingCall(MethodOf(MethodType.DuplexStreaming), null, default);

    public void Dispose() => _pki.Dispose();

    private static Marshaller<T> MarshallerOf<T>(MessageParser<T> parser) where T : IMessage<T> =>
        Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);
}
