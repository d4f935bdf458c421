using Gateway.Contracts.V1;
using Gateway.Data;
using Gateway.Server.Calls;
using Google.Protobuf;
using Grpc.Core;

namespace Gateway.Server.Errors;

/// <summary>The one place where a failure, the gateway's or grpc-dotnet's, becomes the outcome of a call.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> logger)
{
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(2);

    public async Task InvokeAsync(HttpContext http)
    {
        var call = http.Features.GetRequiredFeature<Call>();
        try
        {
            await next(http);
            // What a standard service answers is its own.
            if (call.IsOpen && call.HandlerEntered)
                return;
            call.Conclude(call.Failure is { } failure ? FromException(call, failure) : FromTransport(call, http));
        }
        catch (Exception e)
        {
            call.Conclude(FromException(call, e));
        }
    }

    private CallOutcome FromException(Call call, Exception failure)
    {
        switch (failure)
        {
            case RefusalException refused:
                return CallOutcome.Refused(refused.Refusal);
            case DatabaseUnavailableException:
                LogDatabaseUnavailable(failure, call.Id);
                return CallOutcome.Refused(
                    new Refusal(ErrorReason.ProsecutionUnavailable) { RetryAfter = DatabaseRetry });
            case InvalidProtocolBufferException when !call.HandlerEntered || call.RequestFault:
                return CallOutcome.Refused(new Refusal(ErrorReason.MalformedMessage));
            case OperationCanceledException when call.DeadlineHasPassed:
                return CallOutcome.Refused(new Refusal(ErrorReason.DeadlineExceeded));
            case OperationCanceledException or IOException when call.IsAborted:
                return CallOutcome.Refused(new Refusal(ErrorReason.CallCancelled));
            case RpcException fromTransport:
                return OfTransport(call, fromTransport.StatusCode, failure);
            default:
                LogFault(call.Id, failure.GetType().Name, failure.StackTrace);
                return CallOutcome.Refused(new Refusal(ErrorReason.InternalFault));
        }
    }

    // grpc-dotnet answers by itself what never reaches a handler: messages that cannot be parsed, unknown methods,
    // deadlines.
    private CallOutcome FromTransport(Call call, HttpContext http)
    {
        var code = TransportStatus.Read(http);
        return code is null or StatusCode.OK ? CallOutcome.Ok : OfTransport(call, code.Value, null);
    }

    private CallOutcome OfTransport(Call call, StatusCode code, Exception? failure)
    {
        if (code == StatusCode.DeadlineExceeded || call.DeadlineHasPassed)
            return CallOutcome.Refused(new Refusal(ErrorReason.DeadlineExceeded));
        if (code == StatusCode.Cancelled || call.IsAborted)
            return CallOutcome.Refused(new Refusal(ErrorReason.CallCancelled));
        if (code == StatusCode.ResourceExhausted)
            return CallOutcome.Refused(new Refusal(ErrorReason.MessageTooLarge));
        if (code == StatusCode.Unimplemented && !call.HandlerEntered)
            return CallOutcome.Refused(new Refusal(ErrorReason.UnknownMethod));
        if (!call.HandlerEntered || call.RequestFault)
            return CallOutcome.Refused(new Refusal(ErrorReason.MalformedMessage));

        LogFault(call.Id, failure?.GetType().Name ?? code.ToString(), failure?.StackTrace);
        return CallOutcome.Refused(new Refusal(ErrorReason.InternalFault));
    }

    // Type and place of a fault, not its message: the framework's messages repeat values, which may be personal.
    [LoggerMessage(3001, LogLevel.Error, "Call {CallId} failed by a fault of the gateway: {Fault}\n{Place}")]
    private partial void LogFault(Guid callId, string fault, string? place);

    [LoggerMessage(3002, LogLevel.Warning, "Call {CallId} was refused: the prosecution's database does not answer")]
    private partial void LogDatabaseUnavailable(Exception failure, Guid callId);
}
