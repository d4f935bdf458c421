using System.CommandLine;
using Gateway.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Benchmarks.Load;

/// <summary>The gateway in a process of its own, with the two unsigned methods beside its own.</summary>
internal static class LoadServer
{
    /// <summary>Name of the command.</summary>
    public const string Name = "serve";

    /// <summary>The command that <see cref="LoadCommand"/> starts; it ends when its standard input does.</summary>
    public static Command CreateCommand()
    {
        var directory = new Option<string>("--directory") { Required = true };
        var pki = new Option<string>("--pki") { Required = true };
        var fines = new Option<int>("--fines") { DefaultValueFactory = _ => 100_000 };
        var command = new Command(Name, "The server of the load benchmark.") { directory, pki, fines };
        command.SetAction(async (parsed, _) =>
            await RunAsync(parsed.GetRequiredValue(directory), parsed.GetRequiredValue(pki), parsed.GetValue(fines)));
        return command;
    }

    private static async Task RunAsync(string directory, string pki, int fines)
    {
        await using var app = await GatewayHost.BuildAsync(new GatewayHostSetup
        {
            Environment = "Benchmark",
            ConsoleLog = false,
            MoreContract = [LoadReflection.Descriptor],
            UnsignedServices = [LoadService.Descriptor.FullName],
            Services = services => services.AddSingleton<Server.Fines.FinesService>(),
            Endpoints = endpoints => endpoints.MapGrpcService<LoadEndpoint>(),
            Settings = new Dictionary<string, string?>
            {
                ["Gateway:Listen"] = "127.0.0.1:0",
                ["Gateway:Operations:Listen"] = "127.0.0.1:0",
                ["Gateway:Name"] = "traffic-gateway.benchmark/gw-1",
                ["Gateway:DataDirectory"] = directory,
                ["Gateway:Pki:Directory"] = pki,
                ["Gateway:Database:SampleData"] = "true",
                ["Gateway:Database:SampleFines"] = fines.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Gateway:Limits:CallsPerSecondPerCaller"] = "1000000",
                ["Gateway:Limits:BurstPerCaller"] = "1000000",
            },
        });
        await app.StartAsync();
        Console.WriteLine($"ready {StartScreen.Address(app)}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
