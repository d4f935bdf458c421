using Gateway.Cli.Invocation;
using Grpc.Core;

namespace Gateway.Cli.Evidence.Watch;

/// <summary>One round after the other. A gateway that does not answer is told, and asked again.</summary>
internal sealed class WatchLoop(WatchOutput output, TimeSpan pause, TimeProvider time)
{
    /// <summary>Runs rounds until one ends with an alarm or with evidence that must not be believed, or it is told to
    /// stop.</summary>
    /// <param name="round">A round, which tells its exit code.</param>
    /// <param name="stop">Told by SIGINT and SIGTERM.</param>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> round, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                if (await round(stop) == ExitCodes.Alarm)
                    return ExitCodes.Alarm;
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException)
            {
                if (stop.IsCancellationRequested)
                    return ExitCodes.Ok;
                output.Tell(Failure.From(e));
            }

            try
            {
                await Task.Delay(pause, time, stop);
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Ok;
            }
        }
    }
}
