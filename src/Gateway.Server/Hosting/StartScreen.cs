using Gateway.Data;
using Gateway.Evidence;
using Gateway.Server.Pki;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gateway.Server.Hosting;

/// <summary>What an operator sees at start: one screen in Development, one line elsewhere.</summary>
internal static class StartScreen
{
    private const string Cli = "dotnet run --project src/Gateway.Cli --";

    /// <summary>Writes the screen; its last line is <c>ready</c> with the address of the gRPC listener.</summary>
    public static void Write(WebApplication app, TextWriter output)
    {
        var address = Address(app);
        if (app.Environment.IsDevelopment())
            WriteScreen(app, address, output);
        output.WriteLine($"ready {address}");
        output.Flush();
    }

    /// <summary>Address of the gRPC listener, with the port that is really bound.</summary>
    public static string Address(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses
            .First(address => address.StartsWith("https:", StringComparison.Ordinal))
            .Replace("[::]", "localhost", StringComparison.Ordinal);

    private static void WriteScreen(WebApplication app, string address, TextWriter output)
    {
        var options = app.Services.GetRequiredService<GatewayOptions>();
        var log = app.Services.GetRequiredService<EvidenceLog.EvidenceLog>();
        using var signer = app.Services.GetRequiredService<BatchSignerSource>()(
            app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        var callers = SamplePki.Callers.Select(caller => $"{caller.Name,-14} {caller.SpiffeId}");
        output.WriteLine($"""

            Traffic fines gateway ({app.Environment.EnvironmentName})

              calls      {address}   gRPC over TLS 1.3, client certificate required
              probes     http://{options.Operations.Listen}/readyz
              database   {app.Services.GetRequiredService<IProsecutionDatabase>().Description}
              evidence   {log.Origin}   {log.Size} answers sealed
              signed by  {signer.Certificate.GetNameInfo(
                  System.Security.Cryptography.X509Certificates.X509NameType.SimpleName, false)}
              keys       {options.Pki.Directory}
              callers    {string.Join("\n             ", callers)}

            Try in a second terminal:

              {Cli} fines inquire --plate "ق ب ل 1234"
              {Cli} fines settle  --plate "ق ب ل 1234" --all --cash
              {Cli} demo

            """);
    }
}
