using Gateway.Server.Sms.Kannel;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Server.Operations;

/// <summary>
/// Probes on the loopback listener: <c>/healthz</c> (the process runs), <c>/readyz</c> (it can take calls) and
/// <c>/certs</c> (certificates, and how long they last). Where Kannel sends the SMS, its delivery reports too:
/// <c>/sms/report</c>.
/// </summary>
internal static class OperationsEndpoints
{
    /// <summary>Whether a request came in by the probes' listener, the only one without TLS.</summary>
    public static bool AreAsked(HttpContext http) => http.Features.Get<ITlsHandshakeFeature>() is null;

    /// <summary>Answers the probes and takes the reports.</summary>
    public static void Map(IApplicationBuilder app) => app.Run(async http =>
    {
        switch (http.Request.Path.Value)
        {
            case "/healthz":
                await http.Response.WriteAsync("alive\n");
                break;
            case "/readyz":
                var health = http.RequestServices.GetRequiredService<HealthCheckService>();
                var report = await health.CheckHealthAsync(http.RequestAborted);
                http.Response.StatusCode = report.Status == HealthStatus.Unhealthy
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status200OK;
                foreach (var (name, entry) in report.Entries)
                    await http.Response.WriteAsync($"{name}: {entry.Status} {entry.Description}\n");
                break;
            case StatusEndpoint.Path:
                await StatusEndpoint.AnswerAsync(http);
                break;
            case KannelReports.Path when http.RequestServices.GetService<KannelReports>() is { } reports:
                await reports.AnswerAsync(http);
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    });
}
