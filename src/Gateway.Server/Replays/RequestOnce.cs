using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Errors;
using Gateway.Server.Requests;
using Google.Protobuf;

namespace Gateway.Server.Replays;

/// <summary>
/// Carries a request out at most once, and answers its retries with the same bytes: the answer is kept in the transaction
/// of the change itself (laws 3 and 11). Thread-safe.
/// </summary>
internal sealed class RequestOnce(IProsecutionDatabase database, TimeProvider time)
{
    /// <summary>How often a write whose COMMIT is in doubt is begun again.</summary>
    private const int MostDoubts = 3;

    /// <summary>Carries the request out, or answers as it was answered before.</summary>
    /// <param name="request">The request.</param>
    /// <param name="work">What it asks; it may be run again from its start.</param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    /// <exception cref="RefusalException">
    /// REQUEST_ID_REUSED, REQUEST_ID_ABANDONED, REQUEST_ID_EXPIRED; what <paramref name="work"/> refuses. Nothing is
    /// changed then, and the request id is as free as before.
    /// </exception>
    public Task<T> RunAsync<T>(
        OnceRequest request,
        Func<DatabaseSession, Task<T>> work,
        CancellationToken cancellationToken)
        where T : IMessage<T>, new() => WriteAsync(
            async session =>
            {
                var calls = new CallResultStore(session);
                if (await calls.HoldAsync(request.Caller, request.RequestId, cancellationToken) is { } earlier)
                    return Replay<T>(earlier, request);

                var response = await work(session);
                await calls.InsertAsync(
                    Result(request, response, Milliseconds.Of(time.GetUtcNow())), cancellationToken);
                return response;
            },
            cancellationToken);

    /// <summary>
    /// Runs a write that begins by looking whether it was done. So, where the connection is lost at COMMIT, it is begun
    /// again: that look tells whether the COMMIT took place, and waits for it where it is still under way.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<DatabaseSession, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var doubts = 0; ; doubts++)
        {
            try
            {
                return await database.WriteAsync(work, cancellationToken);
            }
            catch (DatabaseUnavailableException exception) when (exception.IsCommitUnknown && doubts < MostDoubts)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The answer to keep for a request.</summary>
    public static CallResult Result(
        OnceRequest request, IMessage response, DateTimeOffset now, CallResultState state = CallResultState.Answered) => new()
        {
            Caller = request.Caller,
            RequestId = request.RequestId,
            Method = request.Method,
            RequestSha256 = request.RequestSha256,
            Request = request.Request,
            Response = response.ToByteArray(),
            CallId = request.CallId,
            CreateTime = now,
            State = state,
        };

    private static T Replay<T>(CallResult earlier, OnceRequest request)
        where T : IMessage<T>, new() => earlier.State switch
        {
            CallResultState.Abandoned => throw new Refusal(ErrorReason.RequestIdAbandoned).ToException(),
            CallResultState.Expired => throw new Refusal(ErrorReason.RequestIdExpired).ToException(),
            _ when earlier.Method == request.Method
                && earlier.RequestSha256.Span.SequenceEqual(request.RequestSha256) => Parse<T>(earlier.Response),
            _ => throw new Refusal(ErrorReason.RequestIdReused).ToException(),
        };

    private static T Parse<T>(ReadOnlyMemory<byte> response)
        where T : IMessage<T>, new()
    {
        var message = new T();
        message.MergeFrom(response.Span);
        return message;
    }
}
