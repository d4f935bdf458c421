using Gateway.Server.Access;
using Gateway.Server.Appeals;
using Gateway.Server.Callers;
using Gateway.Server.Clearances;
using Gateway.Server.Errors;
using Gateway.Server.Evidence;
using Gateway.Server.EvidenceInquiry;
using Gateway.Server.Fines;
using Gateway.Server.Limits;
using Gateway.Server.Operations;
using Gateway.Server.Reviews;
using Gateway.Server.Settlements;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Hosting;

/// <summary>Puts the gateway together.</summary>
internal static class GatewayHost
{
    /// <summary>A host that is ready to start.</summary>
    /// <exception cref="OptionsValidationException">Settings are wrong; it tells all of them.</exception>
    /// <exception cref="InvalidDataException">
    /// Certificates, keys, the database or the evidence log cannot be used.
    /// </exception>
    public static async Task<WebApplication> BuildAsync(GatewayHostSetup setup)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = setup.Args,
            EnvironmentName = setup.Environment,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(setup.Settings);
        GatewayLogging.Add(builder, setup.ConsoleLog);

        var options = GatewayOptionsReader.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(options);
        builder.Services.AddGateway(options, builder.Environment, setup);
        GatewayListeners.Add(builder, options);
        setup.Services(builder.Services);

        var app = builder.Build();
        try
        {
            await GatewayStart.PrepareAsync(app.Services);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        app.MapWhen(OperationsEndpoints.AreAsked, OperationsEndpoints.Map);
        app.UseRouting();
        app.UseMiddleware<EvidenceMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<AccessMiddleware>();
        app.UseMiddleware<LimitsMiddleware>();

        app.MapGrpcService<FinesService>();
        app.MapGrpcService<SettlementsService>();
        app.MapGrpcService<AppealsService>();
        app.MapGrpcService<ReviewsService>();
        app.MapGrpcService<ClearancesService>();
        app.MapGrpcService<EvidenceInquiryService>();
        app.MapGrpcHealthChecksService();
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService();
        setup.Endpoints(app);
        return app;
    }
}
