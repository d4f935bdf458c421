using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Gateway.Server.Hosting;

/// <summary>Serilog: readable lines in Development, compact JSON (CLEF) elsewhere.</summary>
internal static class GatewayLogging
{
    private const string Template = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Makes Serilog the only log.</summary>
    public static void Add(WebApplicationBuilder builder, bool console) =>
        builder.Host.UseSerilog((context, services, log) =>
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // What a peer sends wrong is the peer's; faults of handlers are logged where they become a status.
            .MinimumLevel.Override("Grpc", LogEventLevel.Fatal)
            // A try to send that failed is logged by the sender.
            .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
            // A probe tells its result to who asked; it is not an error of its own.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
            .ReadFrom.Configuration(context.Configuration)
            .ReadFrom.Services(services);
        if (!console)
            return;
        if (context.HostingEnvironment.IsDevelopment())
            log.WriteTo.Console(outputTemplate: Template,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        else
            log.WriteTo.Console(new CompactJsonFormatter());
    },
    // Each host's own: the logger of the process would be that of the host that was built last.
    preserveStaticLogger: true);
}
