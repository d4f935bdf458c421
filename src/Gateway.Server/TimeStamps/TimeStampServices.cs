using Gateway.Server.Hosting;
using Gateway.Server.Pki;

namespace Gateway.Server.TimeStamps;

/// <summary>The services of time stamps.</summary>
internal static class TimeStampServices
{
    /// <summary>Adds authorities, worker and limits.</summary>
    public static void AddTimeStamps(
        this IServiceCollection services, GatewayOptions options, IHostEnvironment environment)
    {
        services.AddSingleton(provider =>
        {
            var authorities = TimeStampAuthorities.Load(options, provider.GetRequiredService<TimeProvider>());
            if (environment.IsProduction())
                SampleGuard.Check(authorities.Roots);
            return authorities;
        });
        services.AddSingleton<TimeStampWatch>();
        services.AddSingleton<TimeStampMetrics>();
        services.AddSingleton<TimeStampClient>();
        services.AddSingleton(provider =>
        {
            var watch = provider.GetRequiredService<TimeStampWatch>();
            return new MoneyGate(() => watch.State().Grade);
        });
        services.AddHostedService<TimeStampKeeper>();
    }
}
