using Gateway.Data;
using Gateway.Domain;
using Gateway.Server.Hosting;
using Gateway.Server.Sms.Kannel;
using Gateway.Server.Sms.Spool;

namespace Gateway.Server.Sms;

/// <summary>The services of SMS.</summary>
internal static class SmsServices
{
    /// <summary>Adds the outbox, the provider and, where this gateway sends, the dispatcher.</summary>
    public static void AddSms(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(options.Sms);
        services.AddSingleton<QuietHours>();
        services.AddSingleton<SmsMetrics>();
        services.AddSingleton(provider => new SmsOutbox(
            provider.GetRequiredService<IProsecutionDatabase>(),
            options.Sms,
            provider.GetRequiredService<BusinessCalendar>(),
            options.Name,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SmsSender>(provider, Random.Shared));
        if (options.Sms.Provider == SmsProviderKind.Kannel)
            services.AddKannel(options.Sms.Kannel);
        else
            services.AddSingleton<ISmsProvider>(provider => new SpoolProvider(
                Path.Combine(options.DataDirectory, SpoolFile.Folder), provider.GetRequiredService<TimeProvider>()));
        if (options.Sms.Enabled)
            services.AddHostedService<SmsDispatcher>();
    }
}
