using Gateway.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Server.Operations;

/// <summary>
/// What the gateway needs to take calls: the prosecution's database, and an evidence log that it can write.
/// </summary>
internal static class GatewayChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    public static IHealthChecksBuilder AddGatewayChecks(this IHealthChecksBuilder checks) => checks
        .AddCheck<DatabaseCheck>("database", timeout: Patience)
        .AddCheck<EvidenceCheck>("evidence", timeout: Patience);

    private sealed class DatabaseCheck(IProsecutionDatabase database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken)
        {
            try
            {
                await database.PingAsync(cancellationToken);
                return HealthCheckResult.Healthy(database.Description);
            }
            catch (DatabaseUnavailableException)
            {
                return HealthCheckResult.Unhealthy(database.Description + " does not answer");
            }
        }
    }

    private sealed class EvidenceCheck(EvidenceLog.EvidenceLog log) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken) =>
            Task.FromResult(log.IsHealthy
                ? HealthCheckResult.Healthy(log.Origin)
                : HealthCheckResult.Unhealthy(log.Origin + " could not be written last time"));
    }
}
