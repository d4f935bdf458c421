using Gateway.Server.Calls;
using Grpc.Core;

namespace Gateway.Server.Evidence;

/// <summary>
/// Outermost of the pipeline: takes the digests of what comes in and goes out, and lets no answer leave before its
/// statement is signed and durable.
/// </summary>
internal sealed class EvidenceMiddleware(
    RequestDelegate next, CallFactory calls, RequestIntake intake, AnswerSealer sealer, DrainGate gate)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!CallFactory.IsGrpc(http))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        var call = calls.Begin(http);
        http.Features.Set(call);
        return call.IsSigned ? CountAsync(http, call) : AnswerUnsignedAsync(http, call);
    }

    private async Task CountAsync(HttpContext http, Call call)
    {
        gate.Enter();
        try
        {
            await AnswerAsync(http, call);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task AnswerAsync(HttpContext http, Call call)
    {
        var streams = call.Method?.Type;
        DigestedRequestStream? taken = null;
        if (streams is MethodType.ClientStreaming or MethodType.DuplexStreaming)
        {
            taken = new DigestedRequestStream(http.Request.BodyReader, call.RequestDigest);
            http.Features.Set<IRequestBodyPipeFeature>(taken);
        }
        else if (!await intake.TakeAsync(http, call))
        {
            http.Abort();
            return;
        }

        var held = streams is not (MethodType.ServerStreaming or MethodType.DuplexStreaming);
        var answer = new Answer(http, call, sealer, taken, held);
        http.Features.Set<IHttpResponseBodyFeature>(answer);
        await next(http);
        await answer.FinishAsync();
    }

    // Only a refusal of the caller is written here; the rest is the service's own.
    private async Task AnswerUnsignedAsync(HttpContext http, Call call)
    {
        await next(http);
        if (call.Outcome is { Code: not StatusCode.OK } refused && !http.Response.HasStarted && !call.HandlerEntered)
            AnswerWriter.WriteTrailersOnly(http, refused, evidence: null);
    }
}
