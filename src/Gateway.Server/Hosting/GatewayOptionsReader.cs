using Gateway.Evidence;
using Gateway.Server.Sms.Kannel;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Hosting;

/// <summary>Reads and checks the settings.</summary>
internal static class GatewayOptionsReader
{
    /// <summary>The settings with the environment's defaults filled in.</summary>
    /// <exception cref="OptionsValidationException">Something is wrong; it tells everything at once.</exception>
    public static GatewayOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = new GatewayOptions();
        try
        {
            configuration.GetSection(GatewayOptions.Section)
                .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw new OptionsValidationException("Gateway", typeof(GatewayOptions), [e.Message]);
        }

        if (environment.IsDevelopment())
            FillForDevelopment(options);
        if (options.Pki.AccessPolicy.Length == 0)
            options.Pki.AccessPolicy = Path.Combine(AppContext.BaseDirectory, "access-policy.json");
        if (!options.Database.IsSqlServer && options.Database.ConnectionString.Length == 0
            && options.DataDirectory.Length > 0)
            options.Database.ConnectionString = $"Data Source={Path.Combine(options.DataDirectory, "prosecution.db")}";
        if (options.Sms.Kannel.ReportUrl.Length == 0)
            options.Sms.Kannel.ReportUrl = $"http://{options.Operations.Listen}{KannelReports.Path}";
        options.Database.SampleData ??= environment.IsDevelopment() && !options.Database.IsSqlServer;

        var faults = new GatewayOptionsValidator().Validate(null, options).Failures?.ToList() ?? [];
        faults.AddRange(ListenAddress.Faults(options));
        faults.AddRange(options.Sms.Faults());
        faults.AddRange(options.Evidence.Faults());
        faults.AddRange(options.Database.Faults(environment.IsDevelopment()));
        if (options.Appeals.Fee % 0.01m != 0)
            faults.Add("Gateway:Appeals:Fee is not in whole piastres.");
        if (options.Pki.OverdueSettlementCeiling % 0.01m != 0)
            faults.Add("Gateway:Pki:OverdueSettlementCeiling is not in whole piastres.");
        if (options.Name.Length > 0 && !LogOrigin.IsValidName(options.Name))
            faults.Add($"Gateway:Name '{options.Name}' cannot name an evidence log.");
        if (environment.IsProduction() && options.Database.SampleData == true)
            faults.Add("Gateway:Database:SampleData is not taken in Production.");
        return faults.Count == 0
            ? options
            : throw new OptionsValidationException("Gateway", typeof(GatewayOptions), faults);
    }

    private static void FillForDevelopment(GatewayOptions options)
    {
        if (options.Name.Length == 0)
            options.Name = "traffic-gateway.example/gw-1";
        if (Checkout.Find() is not { } checkout)
            return;
        if (options.DataDirectory.Length == 0)
            options.DataDirectory = Path.Combine(checkout, ".data");
        if (options.Pki.Directory.Length == 0)
            options.Pki.Directory = Path.Combine(checkout, "certs-sample", "dev");
    }
}
