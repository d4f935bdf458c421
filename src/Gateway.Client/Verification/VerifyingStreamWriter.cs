using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>Sends the messages of a request stream, and remembers their digests.</summary>
internal sealed class VerifyingStreamWriter<T>(
    IClientStreamWriter<byte[]> inner,
    CallUnderWay call,
    Marshaller<T> marshaller) : IClientStreamWriter<T>
    where T : class
{
    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        var bytes = RawMessage.Serialize(marshaller, message);

        // Before it is sent: the gateway may have taken it even if sending fails.
        call.AddRequest(bytes);
        try
        {
            await inner.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw await call.FailedAsync(e).ConfigureAwait(false);
        }
    }

    public async Task CompleteAsync()
    {
        try
        {
            await inner.CompleteAsync().ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw await call.FailedAsync(e).ConfigureAwait(false);
        }
    }
}
