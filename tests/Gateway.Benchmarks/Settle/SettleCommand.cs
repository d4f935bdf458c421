using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Gateway.Benchmarks.Load;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Microsoft.Data.Sqlite;

namespace Gateway.Benchmarks.Settle;

/// <summary>Settings of a run.</summary>
internal sealed record SettleSettings(int Connections, int InFlight, int Settlements, int Rounds, int Fines);

/// <summary><c>load settle</c>: durable settlements a second against what the database itself can do.</summary>
internal static class SettleCommand
{
    private const int GroupOf = 32;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var connections = Number("--connections", "TLS connections", 4);
        var inFlight = Number("--in-flight", "Calls in flight on each connection", 32);
        var settlements = Number("--settlements", "Settlements of each kind in a round", 3_000);
        var rounds = Number("--rounds", "Rounds", 5);
        var fines = Number("--fines", "Fines in the database", 200_000);
        var command = new Command(
            "settle", "Durable settlements over mutual TLS, and the same rows by ADO.NET alone, in turn.")
        {
            connections, inFlight, settlements, rounds, fines,
        };
        command.SetAction(async (parsed, _) => await RunAsync(new SettleSettings(
            parsed.GetValue(connections),
            parsed.GetValue(inFlight),
            parsed.GetValue(settlements),
            parsed.GetValue(rounds),
            parsed.GetValue(fines))));
        return command;
    }

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static async Task RunAsync(SettleSettings settings)
    {
        var directory = TestFolders.Create();
        try
        {
            // Filling the database is not what is measured: a server of its own does it.
            await using (await ServerProcess.StartAsync(directory, TestPki.Shared.Directory, settings.Fines))
            {
            }

            var file = Path.Combine(directory, "prosecution.db");
            var bareFile = Path.Combine(directory, "bare.db");
            Checkpoint(file);
            File.Copy(file, bareFile);
            var fines = OutstandingFine.Read(file);
            await using var server = await ServerProcess.StartAsync(
                directory, TestPki.Shared.Directory, settings.Fines);
            await MeasureAsync(server, settings, file, bareFile, new Queue<OutstandingFine>(fines));
        }
        finally
        {
            TestFolders.Delete(directory);
        }
    }

    private static async Task MeasureAsync(
        ServerProcess server, SettleSettings settings, string file, string bareFile, Queue<OutstandingFine> fines)
    {
        using var driver = new SettleDriver(server.Address, settings.Connections, settings.InFlight);
        await driver.RunAsync(Take(fines, settings.Settlements));
        var (request, response) = KeptBytes(file);
        using var bare = new BareSettlements(bareFile, request, response);
        bare.Settle([.. Take(fines, settings.Settlements / 4)], 1);

        Console.WriteLine(
            $"{settings.Connections} connections x {settings.InFlight} calls in flight, {settings.Rounds} rounds of "
            + $"{settings.Settlements} settlements of each kind; request {request} B, response {response} B kept; client "
            + "and server share this machine");
        var gateway = TimeSpan.Zero;
        var single = TimeSpan.Zero;
        var grouped = TimeSpan.Zero;
        var processor = TimeSpan.Zero;
        for (var round = 0; round < settings.Rounds; round++)
        {
            var before = server.ProcessorTime;
            gateway += await driver.RunAsync(Take(fines, settings.Settlements));
            processor += server.ProcessorTime - before;
            single += Timed(() => bare.Settle([.. Take(fines, settings.Settlements)], 1));
            grouped += Timed(() => bare.Settle([.. Take(fines, settings.Settlements)], GroupOf));
        }

        var count = (double)settings.Rounds * settings.Settlements;
        Report(count / gateway.TotalSeconds, count / single.TotalSeconds, count / grouped.TotalSeconds, processor / count);
    }

    private static void Report(double gateway, double single, double grouped, TimeSpan processor) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            durable settlements a second, gateway     {gateway,8:F0}   ({processor.TotalMicroseconds:F0} us of server CPU each)
            the same rows by ADO.NET, one a COMMIT    {single,8:F0}
            the same rows by ADO.NET, {GroupOf} a COMMIT     {grouped,8:F0}

            gateway / one a COMMIT                    {gateway / single,8:F2}   (to reach 0.50)
            gateway / {GroupOf} a COMMIT                     {gateway / grouped,8:F2}
            """));

    private static List<OutstandingFine> Take(Queue<OutstandingFine> fines, int count) =>
        fines.Count >= count
            ? [.. Enumerable.Range(0, count).Select(_ => fines.Dequeue())]
            : throw new InvalidOperationException("The database has too few outstanding fines: raise --fines.");

    private static TimeSpan Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static (int Request, int Response) KeptBytes(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT AVG(length(request)), AVG(length(response)) FROM call_result";
        using var reader = command.ExecuteReader();
        reader.Read();
        return ((int)reader.GetDouble(0), (int)reader.GetDouble(1));
    }

    private static void Checkpoint(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }
}
