using Gateway.Contracts.V1;
using Gateway.Server.Calls;
using Gateway.Server.Errors;

namespace Gateway.Server.Callers;

/// <summary>Lets a call in whose certificate names a caller, and is still good.</summary>
internal sealed class CallerMiddleware(RequestDelegate next, TimeProvider time)
{
    public Task InvokeAsync(HttpContext http)
    {
        var call = http.Features.GetRequiredFeature<Call>();
        if (call.Identity.NotAfter <= time.GetUtcNow())
            throw new Refusal(ErrorReason.CertificateRevoked).ToException();

        call.Caller = call.Identity.Caller ?? throw new Refusal(ErrorReason.CallerUnknown).ToException();
        return next(http);
    }
}
