using System.Collections.Concurrent;
using Gateway.Client;
using Gateway.Testing.Histories;
using Grpc.Core;

namespace Gateway.IntegrationTests.Settlements;

/// <summary>Makes calls and keeps what their callers saw, with the time. Thread-safe.</summary>
internal sealed class HistoryRecorder(TimeProvider time)
{
    private readonly ConcurrentQueue<FineOperation> _history = new();
    private readonly long _origin = time.GetTimestamp();

    /// <summary>What was recorded so far.</summary>
    public IReadOnlyList<FineOperation> History => [.. _history];

    /// <summary>Makes a call and records it.</summary>
    /// <param name="asked">What it asks; times and outcome are filled in.</param>
    /// <param name="call">Sends it.</param>
    /// <param name="seen">Adds what the answer tells.</param>
    /// <returns>The answer; null where it was refused or its outcome is unknown.</returns>
    public async Task<TAnswer?> RecordAsync<TAnswer>(
        FineOperation asked, Func<Task<TAnswer>> call, Func<FineOperation, TAnswer, FineOperation> seen)
        where TAnswer : class
    {
        asked = asked with { Start = Now() };
        try
        {
            var answer = await call();
            _history.Enqueue(seen(asked with { End = Now(), Outcome = OperationOutcome.Done }, answer));
            return answer;
        }
        catch (RpcException e) when (IsOutcomeUnknown(e))
        {
            if (asked.Kind != OperationKind.Read)
                _history.Enqueue(asked with
                {
                    Outcome = OperationOutcome.Unknown,
                    Reason = (e as GatewayRefusedException)?.Reason ?? $"{e.StatusCode}",
                });
        }
        catch (GatewayRefusedException refused)
        {
            _history.Enqueue(asked with
            {
                End = Now(),
                Outcome = OperationOutcome.Refused,
                Reason = refused.Reason,
                Settled = [.. refused.PreconditionViolations
                    .Where(violation => violation.Type == "FINE_STATUS")
                    .Select(violation => violation.Subject)],
            });
        }

        return null;
    }

    // The contract: some refusals never mean 'not done', and what is no answer of the gateway tells nothing.
    private static bool IsOutcomeUnknown(RpcException e) =>
        e is not GatewayRefusedException { IsOutcomeUnknown: false };

    // Whole microseconds: what is rounded down alike keeps its order, and at most seems to overlap.
    private long Now() => (long)time.GetElapsedTime(_origin).TotalMicroseconds;
}
