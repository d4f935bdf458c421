using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// Makes calls over bytes, so that the digests are of what stands on the wire, and hands an answer out only after its
/// evidence has been verified. Thread-safe.
/// </summary>
internal sealed class VerifyingCallInvoker(CallInvoker inner, CallSettings settings) : CallInvoker
{
    private readonly RawMethods _methods = new();

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        // The blocking call of the inner invoker would keep the trailers of a success to itself.
        using var call = AsyncUnaryCall(method, host, options, request);
        return call.ResponseAsync.GetAwaiter().GetResult();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var (call, raw, bytes) = Begin(method, request);
        var started = inner.AsyncUnaryCall(raw, host, call.Options(options), bytes);
        return new AsyncUnaryCall<TResponse>(
            VerifiedResponseAsync(started.ResponseAsync, started.GetTrailers, call, method.ResponseMarshaller),
            started.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, started.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var (call, raw, bytes) = Begin(method, request);
        var started = inner.AsyncServerStreamingCall(raw, host, call.Options(options), bytes);
        return new AsyncServerStreamingCall<TResponse>(
            new VerifyingStreamReader<TResponse>(
                started.ResponseStream, started.GetTrailers, call, method.ResponseMarshaller),
            started.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, started.Dispose);
    }

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new CallUnderWay(method.FullName, settings);
        var started = inner.AsyncClientStreamingCall(_methods.For(method), host, call.Options(options));
        return new AsyncClientStreamingCall<TRequest, TResponse>(
            new VerifyingStreamWriter<TRequest>(started.RequestStream, call, method.RequestMarshaller),
            VerifiedResponseAsync(started.ResponseAsync, started.GetTrailers, call, method.ResponseMarshaller),
            started.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, started.Dispose);
    }

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        var call = new CallUnderWay(method.FullName, settings);
        var started = inner.AsyncDuplexStreamingCall(_methods.For(method), host, call.Options(options));
        return new AsyncDuplexStreamingCall<TRequest, TResponse>(
            new VerifyingStreamWriter<TRequest>(started.RequestStream, call, method.RequestMarshaller),
            new VerifyingStreamReader<TResponse>(
                started.ResponseStream, started.GetTrailers, call, method.ResponseMarshaller),
            started.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, started.Dispose);
    }

    private (CallUnderWay Call, Method<byte[], byte[]> Raw, byte[] Request) Begin<TRequest, TResponse>(
        Method<TRequest, TResponse> method, TRequest request)
        where TRequest : class
        where TResponse : class
    {
        var call = new CallUnderWay(method.FullName, settings);
        var bytes = RawMessage.Serialize(method.RequestMarshaller, request);
        call.AddRequest(bytes);
        return (call, _methods.For(method), bytes);
    }

    private static async Task<T> VerifiedResponseAsync<T>(
        Task<byte[]> response,
        Func<Metadata> trailers,
        CallUnderWay call,
        Marshaller<T> marshaller)
    {
        byte[] bytes;
        try
        {
            bytes = await response.ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw await call.FailedAsync(e).ConfigureAwait(false);
        }

        call.AddResponse(bytes);
        await call.SucceededAsync(trailers()).ConfigureAwait(false);
        return RawMessage.Deserialize(marshaller, bytes);
    }
}
