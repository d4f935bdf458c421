using Gateway.Contracts.V1;
using Gateway.Server.Calls;
using Gateway.Server.Errors;

namespace Gateway.Server.Limits;

/// <summary>
/// Refuses messages that cannot be taken, callers that call too often, and what exceeds the gateway as a whole.
/// </summary>
internal sealed class LimitsMiddleware(RequestDelegate next, CallLimiter limiter)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext http)
    {
        var call = http.Features.GetRequiredFeature<Call>();
        if (FaultOf(call.IntakeFault) is { } reason)
            throw new Refusal(reason) { RetryAfter = reason == ErrorReason.Overloaded ? Retry : null }.ToException();
        if (HasCompression(http) && !call.IsOpen)
            throw new Refusal(ErrorReason.CompressionNotAllowed).ToException();
        using var rate = limiter.TakeForCaller(call.Caller!);
        if (!rate.IsAcquired)
            throw new Refusal(ErrorReason.RateLimited) { RetryAfter = Retry }.ToException();
        if (call.IsOpen)
        {
            await next(http);
            return;
        }

        using var place = limiter.TakePlace();
        if (!place.IsAcquired)
            throw new Refusal(ErrorReason.Overloaded) { RetryAfter = Retry }.ToException();

        await next(http);
    }

    private static ErrorReason? FaultOf(IntakeFault fault) => fault switch
    {
        IntakeFault.TooLarge => ErrorReason.MessageTooLarge,
        IntakeFault.Malformed => ErrorReason.MalformedMessage,
        IntakeFault.Compressed => ErrorReason.CompressionNotAllowed,
        IntakeFault.Overdue => ErrorReason.DeadlineExceeded,
        IntakeFault.Overloaded => ErrorReason.Overloaded,
        _ => null,
    };

    private static bool HasCompression(HttpContext http)
    {
        var encoding = http.Request.Headers["grpc-encoding"];
        return encoding.Count > 0 && encoding != "identity";
    }
}
