using Grpc.Core;

namespace Gateway.Client.Retries;

/// <summary>
/// Sends a call again, each time with a deadline of its own, until it is answered or refused or its attempts are used
/// up. Thread-safe if <paramref name="random"/> is.
/// </summary>
/// <param name="options">How often, and how long in between.</param>
/// <param name="time">The clock for deadlines.</param>
/// <param name="random">Draws evenly from 0 to below 1.</param>
/// <param name="wait">Waits between attempts.</param>
internal sealed class AttemptLoop(
    RetryOptions options, TimeProvider time, Func<double> random, Func<TimeSpan, CancellationToken, Task> wait)
{
    /// <summary>The loop of a client, on its clock.</summary>
    public static AttemptLoop From(GatewayClientOptions options) => new(
        options.Retry,
        options.TimeProvider,
        Random.Shared.NextDouble,
        (delay, cancellationToken) => Task.Delay(delay, options.TimeProvider, cancellationToken));

    /// <summary>Makes the call.</summary>
    /// <param name="send">Makes one attempt. Has to send the same bytes each time.</param>
    /// <param name="cancellationToken">Ends the attempt under way and makes no further one.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the call had ended.</exception>
    /// <exception cref="Evidence.EvidenceException">An answer came that must not be believed; nothing is sent after
    /// it.</exception>
    public async Task<CallEnd<T>> RunAsync<T>(
        Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken cancellationToken)
        where T : class
    {
        var backoff = new Backoff(options, random);
        var isInDoubt = false;
        for (var attempt = 1; ; attempt++)
        {
            RpcException failure;
            try
            {
                var deadline = time.GetUtcNow().UtcDateTime + options.AttemptDeadline;
                using var call = send(new CallOptions(deadline: deadline, cancellationToken: cancellationToken));
                return new CallEnd<T>(await call.ResponseAsync.ConfigureAwait(false), null, IsInDoubt: false);
            }
            catch (RpcException e)
            {
                failure = e;
            }

            isInDoubt |= AttemptFailure.LeavesDoubt(failure);
            if (!AttemptFailure.MaySendAgain(failure))
                return new CallEnd<T>(null, failure, isInDoubt && !AttemptFailure.IsConclusive(failure));

            cancellationToken.ThrowIfCancellationRequested();
            if (attempt == options.Attempts)
                return new CallEnd<T>(null, failure, isInDoubt);

            var asked = StatusDetails.RetryDelay(failure.Trailers);
            await wait(backoff.Next(asked), cancellationToken).ConfigureAwait(false);
        }
    }
}
