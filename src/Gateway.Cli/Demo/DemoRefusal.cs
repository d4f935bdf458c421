using Gateway.Client;
using Grpc.Core;

namespace Gateway.Cli.Demo;

/// <summary>Calls that are to be refused.</summary>
internal static class DemoRefusal
{
    /// <summary>What was seen of a call that is refused.</summary>
    public static async Task<string> SeenAsync<T>(Func<AsyncUnaryCall<T>> call, string reason) =>
        Text(await ThrownAsync(call, reason));

    /// <summary>A refusal for people.</summary>
    public static string Text(GatewayRefusedException refused) =>
        $"refused with {refused.Reason}: {refused.Status.Detail}";

    /// <summary>The refusal of a call.</summary>
    /// <exception cref="DemoException">It was taken.</exception>
    public static async Task<GatewayRefusedException> ThrownAsync<T>(Func<AsyncUnaryCall<T>> call, string reason)
    {
        try
        {
            using var started = call();
            await started.ResponseAsync;
        }
        catch (GatewayRefusedException e) when (e.Reason == reason)
        {
            return e;
        }

        throw new DemoException($"It was taken; it should have been refused with {reason}.");
    }
}
