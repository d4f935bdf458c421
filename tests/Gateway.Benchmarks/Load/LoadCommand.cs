using System.CommandLine;
using Gateway.Benchmarks.Settle;
using Gateway.EvidenceLog;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;

namespace Gateway.Benchmarks.Load;

/// <summary>Settings of a load run.</summary>
internal sealed record LoadSettings(int Connections, int InFlight, TimeSpan Slice, int Rounds, int Fines);

/// <summary><c>load</c>: what an inquiry costs bare, unsigned, and signed and logged.</summary>
internal static class LoadCommand
{
    // Until the runtime has compiled the hot paths for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan AloneSlice = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var connections = new Option<int>(
            "--connections")
        { Description = "TLS connections", DefaultValueFactory = _ => 4 };
        var inFlight = new Option<int>(
            "--in-flight")
        { Description = "Calls in flight on each connection", DefaultValueFactory = _ => 16 };
        var seconds = new Option<double>(
            "--seconds")
        { Description = "Length of one slice", DefaultValueFactory = _ => 3 };
        var rounds = new Option<int>(
            "--rounds")
        { Description = "Slices of each kind, taken in turn", DefaultValueFactory = _ => 5 };
        var fines = new Option<int>(
            "--fines")
        { Description = "Fines in the database", DefaultValueFactory = _ => 100_000 };
        var command = new Command("load", "Inquiries over mutual TLS: bare, unsigned, signed and logged, in turn.")
        {
            connections, inFlight, seconds, rounds, fines, SettleCommand.Create(),
        };
        command.SetAction(async (parsed, _) => await RunAsync(new LoadSettings(
            parsed.GetValue(connections),
            parsed.GetValue(inFlight),
            TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            parsed.GetValue(rounds),
            parsed.GetValue(fines))));
        return command;
    }

    private static async Task RunAsync(LoadSettings settings)
    {
        var directory = TestFolders.Create();
        try
        {
            // Filling the database is not what is measured: a server of its own does it.
            await using (await ServerProcess.StartAsync(directory, TestPki.Shared.Directory, settings.Fines))
            {
            }

            long peakBytes;
            double answersPerBatch;
            var results = LoadKind.All.ToDictionary(kind => kind, _ => new LoadResult());
            var alone = LoadKind.All.ToDictionary(kind => kind, _ => new LoadResult());
            using var flush = new DiskFlush(directory);
            await using (var server = await ServerProcess.StartAsync(
                directory, TestPki.Shared.Directory, settings.Fines))
            {
                await MeasureAsync(server, settings, results);
                answersPerBatch = AnswersPerBatch(directory);
                await MeasureAloneAsync(server, settings, alone, flush);
                peakBytes = server.PeakWorkingSetBytes;
            }

            LoadReport.Write(results, peakBytes, answersPerBatch, Console.Out);
            LoadReport.WriteAlone(alone, flush.Median, Console.Out);
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static async Task MeasureAsync(
        ServerProcess server, LoadSettings settings, Dictionary<LoadKind, LoadResult> results)
    {
        using var driver = new LoadDriver(server.Address, settings);
        Console.WriteLine(
            $"{settings.Connections} connections x {settings.InFlight} calls in flight, {settings.Fines} fines, "
            + $"{settings.Rounds} rounds of {settings.Slice.TotalSeconds} s each; client and server share this machine");

        foreach (var kind in LoadKind.All)
            await driver.RunAsync(kind, WarmUp);
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var kind in LoadKind.All)
            {
                var before = server.ProcessorTime;
                var slice = await driver.RunAsync(kind, settings.Slice);
                results[kind].Add(slice, server.ProcessorTime - before, server.WorkingSetBytes);
            }
        }
    }

    // Latency is compared where no call waits for another: among many it only says how many there are.
    private static async Task MeasureAloneAsync(
        ServerProcess server, LoadSettings settings, Dictionary<LoadKind, LoadResult> results, DiskFlush flush)
    {
        using var driver = new LoadDriver(server.Address, settings with { Connections = 1, InFlight = 1 });
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var kind in LoadKind.All)
                results[kind].Add(await driver.RunAsync(kind, AloneSlice), TimeSpan.Zero, 0);
            flush.Run(AloneSlice);
        }
    }

    private static double AnswersPerBatch(string directory)
    {
        using var log = EvidenceLogReader.Open(directory);
        return (double)log.Size / log.Batches().Count();
    }
}
