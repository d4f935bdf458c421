using Gateway.Contracts.V1;
using Gateway.Server.Calls;
using Gateway.Server.Errors;

namespace Gateway.Server.Callers;

/// <summary>
/// Lets a call in whose certificate names a caller, and is still good. One that is not loses its connection, once the
/// refusal has left.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, CallerDirectory callers, TimeProvider time)
{
    private static readonly TimeSpan ListRetry = TimeSpan.FromMinutes(1);

    public Task InvokeAsync(HttpContext http)
    {
        var call = http.Features.GetRequiredFeature<Call>();
        var connection = http.Features.Get<CallerConnection>();
        // Its message may have been a while on its way.
        var identity = callers.Identify(call.Identity.Certificate);
        var standing = identity.StandingAt(time.GetUtcNow());
        if (standing != CallerStanding.Good)
            throw Refused(http, connection, standing).ToException();

        call.Caller = identity.Caller;
        return connection is null ? next(http) : CountAsync(http, connection);
    }

    private static Refusal Refused(HttpContext http, CallerConnection? connection, CallerStanding standing)
    {
        if (standing == CallerStanding.Unknown)
            return new Refusal(ErrorReason.CallerUnknown);
        if (standing == CallerStanding.ListOutdated)
            return new Refusal(ErrorReason.RevocationListOutdated) { RetryAfter = ListRetry };

        http.Response.OnCompleted(() =>
        {
            connection?.Close();
            return Task.CompletedTask;
        });
        return new Refusal(ErrorReason.CertificateRevoked);
    }

    private async Task CountAsync(HttpContext http, CallerConnection connection)
    {
        connection.Enter();
        try
        {
            await next(http);
        }
        finally
        {
            connection.Leave();
        }
    }
}
