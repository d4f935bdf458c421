using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gateway.Data;
using Gateway.EvidenceLog;
using Gateway.Server.Evidence;
using Gateway.Server.Operations;
using Microsoft.Extensions.Options;

namespace Gateway.Server.Hosting;

/// <summary>The server as a program: 0 after an orderly stop, 1 where it could not start or failed.</summary>
internal static class GatewayProgram
{
    private static readonly TimeSpan SealingTime = TimeSpan.FromSeconds(5);

    /// <summary>Runs until SIGTERM or Ctrl+C, then lets the calls in flight end.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [ProbeCommand.Argument])
            return await ProbeCommand.RunAsync(
                new ConfigurationBuilder().AddEnvironmentVariables()
                    .Build()["Gateway:Operations:Listen"] ?? new OperationsOptions().Listen);

        try
        {
            await using var app = await GatewayHost.BuildAsync(new GatewayHostSetup { Args = args });
            await app.StartAsync();
            StartScreen.Write(app, Console.Out);
            await app.WaitForShutdownAsync();
            // The log closes with the app: answers that are being sealed come first.
            return await app.Services.GetRequiredService<DrainGate>().WhenEmptyAsync(SealingTime)
                ? 0
                : Refuse("Calls were still under way at the end:", ["they outlived Gateway:DrainTimeout"]);
        }
        catch (OptionsValidationException e)
        {
            return Refuse("The configuration cannot be used:", e.Failures);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException
            or EvidenceLogOpenException or MigrationException or DatabaseUnavailableException
            or CryptographicException or ValidationException)
        {
            return Refuse("The gateway cannot start:", [e.Message]);
        }
    }

    private static int Refuse(string title, IEnumerable<string> faults)
    {
        Console.Error.WriteLine(title);
        foreach (var fault in faults)
            Console.Error.WriteLine("  - " + fault);
        return 1;
    }
}
