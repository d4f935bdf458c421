using Grpc.Core;

namespace Gateway.Client.Verification;

/// <summary>
/// Hands out the messages of a response stream as they come, and verifies them all together at its end.
/// </summary>
internal sealed class VerifyingStreamReader<T>(
    IAsyncStreamReader<byte[]> inner,
    Func<Metadata> trailers,
    CallUnderWay call,
    Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;

    public T Current => _current ?? throw new InvalidOperationException("No message has been read.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        _current = null;
        bool isMessage;
        try
        {
            isMessage = await inner.MoveNext(cancellationToken).ConfigureAwait(false);
        }
        catch (RpcException e)
        {
            throw await call.FailedAsync(e).ConfigureAwait(false);
        }

        if (isMessage)
        {
            call.AddResponse(inner.Current);
            _current = RawMessage.Deserialize(marshaller, inner.Current);
        }
        else
        {
            await call.SucceededAsync(trailers()).ConfigureAwait(false);
        }

        return isMessage;
    }
}
