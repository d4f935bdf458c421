using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Gateway.Server.Sms.Kannel;

/// <summary>The services of Kannel.</summary>
internal static class KannelServices
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    // Shorter than Kannel's own, so that a try does not meet a connection that is just being closed.
    private static readonly TimeSpan ConnectionIdle = TimeSpan.FromSeconds(10);

    /// <summary>Adds the provider, its HTTP client and the desk of delivery reports.</summary>
    public static void AddKannel(this IServiceCollection services, KannelOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ISmsProvider, KannelProvider>();
        services.AddSingleton<KannelReports>();

        services.AddHttpClient(KannelProvider.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            // They would write addresses and, at their finest, headers: there is the number.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseProxy = false;
                handler.UseCookies = false;
                handler.AutomaticDecompression = DecompressionMethods.None;
                handler.ActivityHeadersPropagator = null;
                handler.ConnectTimeout = options.Timeout;
                handler.PooledConnectionLifetime = ConnectionLifetime;
                handler.PooledConnectionIdleTimeout = ConnectionIdle;
                handler.MaxConnectionsPerServer = options.Connections;
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddResilienceHandler(KannelProvider.ClientName, pipeline => pipeline
                .AddConcurrencyLimiter(new ConcurrencyLimiterOptions
                {
                    PermitLimit = options.Connections,
                    QueueLimit = int.MaxValue,
                })
                // No retry: a try whose end is unknown may have become an SMS. The outbox tries again, and counts.
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 20,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = TimeSpan.FromSeconds(5),
                })
                .AddTimeout(options.Timeout));
    }
}
