using System.Globalization;
using Gateway.Data;
using Gateway.Server.Clearances;
using Gateway.Server.TimeStamps;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Server.Operations;

/// <summary>
/// What the gateway needs to take calls: the prosecution's database, and an evidence log that it can write. And what
/// runs out: time stamps, without which no money is taken in the end, and the trust list, without which no verifier
/// takes a certificate.
/// </summary>
internal static class GatewayChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the checks.</summary>
    public static IHealthChecksBuilder AddGatewayChecks(this IHealthChecksBuilder checks) => checks
        .AddCheck<DatabaseCheck>("database", timeout: Patience)
        .AddCheck<EvidenceCheck>("evidence", timeout: Patience)
        .AddCheck<TimeStampsCheck>("time stamps", timeout: Patience)
        .AddCheck<TrustListCheck>("trust list", timeout: Patience)
        .AddCheck<KeysCheck>("certificates and keys", timeout: Patience);

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

    // Without time stamps calls go on; what they refuse is said here and to the callers.
    private sealed class TimeStampsCheck(TimeStampWatch watch, IHostEnvironment environment) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(Result());

        private HealthCheckResult Result()
        {
            if (!watch.IsOn)
            {
                return environment.IsProduction()
                    ? HealthCheckResult.Degraded("no authority is set")
                    : HealthCheckResult.Healthy("off");
            }

            var state = watch.State();
            var text = TimeStampWatch.Describe(state);
            return state.Grade switch
            {
                TimeGrade.Proven => HealthCheckResult.Healthy(text),
                TimeGrade.Degraded => HealthCheckResult.Degraded(text),
                _ => HealthCheckResult.Degraded(text + ", no money is taken or paid out"),
            };
        }
    }

    // Verifiers fetch the list when they have a network; some of them have none for days.
    private sealed class TrustListCheck(ClearanceCodes codes, TimeProvider time) : IHealthCheck
    {
        private static readonly TimeSpan Notice = TimeSpan.FromDays(14);

        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken)
        {
            var list = codes.Trust.List;
            var left = list.ExpireTime - time.GetUtcNow();
            var text = string.Create(
                CultureInfo.InvariantCulture, $"number {list.Number}, until {list.ExpireTime:yyyy-MM-dd HH:mm}Z");
            return Task.FromResult(left > Notice
                ? HealthCheckResult.Healthy(text)
                : HealthCheckResult.Degraded(text + (left > TimeSpan.Zero ? ", needs a newer one" : ", outdated")));
        }
    }
}
