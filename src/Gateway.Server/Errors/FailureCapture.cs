using Gateway.Server.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Gateway.Server.Errors;

/// <summary>
/// Notes that a handler was entered and what it threw, for <see cref="ErrorMiddleware"/>: grpc-dotnet keeps both to
/// itself. What it is given to log is a status without content.
/// </summary>
internal sealed class FailureCapture : Interceptor
{
    private static readonly Status Noted = new(StatusCode.Unknown, "noted");

    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => continuation(request, context));

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => continuation(new NotingReader<TRequest>(requestStream, CallOf(context)), context));

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => Wrap(continuation(request, responseStream, context)));

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Run(context, () => Wrap(continuation(
            new NotingReader<TRequest>(requestStream, CallOf(context)), responseStream, context)));

    private static async Task<T> Run<T>(ServerCallContext context, Func<Task<T>> handler)
    {
        var call = CallOf(context);
        call.HandlerEntered = true;
        try
        {
            return await handler();
        }
        catch (Exception e) when (!call.IsOpen)
        {
            call.Failure = e;
            throw new RpcException(Noted);
        }
    }

    private static async Task<bool> Wrap(Task handler)
    {
        await handler;
        return true;
    }

    private static Call CallOf(ServerCallContext context) =>
        context.GetHttpContext().Features.GetRequiredFeature<Call>();

    /// <summary>Tells a message that cannot be read from a fault of the handler.</summary>
    private sealed class NotingReader<T>(IAsyncStreamReader<T> inner, Call call) : IAsyncStreamReader<T>
    {
        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            try
            {
                return await inner.MoveNext(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                call.RequestFault = true;
                throw;
            }
        }
    }
}
