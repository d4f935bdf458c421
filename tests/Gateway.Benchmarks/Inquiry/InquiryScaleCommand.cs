using System.CommandLine;
using System.Globalization;
using Gateway.Data;
using Gateway.Testing.Gateways;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Inquiry;

/// <summary><c>inquiry-scale</c>: what an inquiry takes in a small and in a large database.</summary>
internal static class InquiryScaleCommand
{
    private const int Seed = 1973;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sizes = new Option<long[]>("--sizes")
        {
            Description = "Numbers of fines, rising",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [100_000, 1_000_000, 10_000_000, 50_000_000],
        };
        var subjects = new Option<int>("--subjects")
        {
            Description = "Vehicles that are asked about at each size",
            DefaultValueFactory = _ => 2_000,
        };
        var rounds = new Option<int>("--rounds")
        {
            Description = "Times that all sizes are measured in turn",
            DefaultValueFactory = _ => 5,
        };
        var directory = new Option<string>("--directory")
        {
            Description = "Folder that keeps the databases, and has those that are used again; 50 million fines take some "
                + "20 GB. Default: a temporary one",
        };
        var command = new Command("inquiry-scale", "Time of an inquiry on SQLite as the number of fines grows, warm.")
        {
            sizes, subjects, rounds, directory,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetValue(directory) ?? TestFolders.Create();
            try
            {
                await RunAsync(
                    folder, [.. parsed.GetValue(sizes)!.Order()], parsed.GetValue(subjects), parsed.GetValue(rounds), stop);
            }
            finally
            {
                if (parsed.GetValue(directory) is null)
                    TestFolders.Delete(folder);
            }
        });
        return command;
    }

    private static async Task RunAsync(
        string directory, IReadOnlyList<long> sizes, int subjects, int rounds, CancellationToken stop)
    {
        var scales = new List<InquiryScale>();
        try
        {
            Directory.CreateDirectory(directory);
            string? smaller = null;
            long written = 0;
            foreach (var size in sizes)
            {
                var file = Path.Combine(directory, $"fines-{size}.db");
                if (!File.Exists(file))
                    await GrowAsync(smaller, written, file, size, stop);
                (smaller, written) = (file, size);
                scales.Add(await InquiryScale.OpenAsync(file, size, subjects, stop));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{size:N0} fines: {new FileInfo(file).Length / 1048576:N0} MiB"));
            }

            // All sizes in turn, so that whatever else this machine does falls on all of them.
            foreach (var scale in scales)
                await scale.RoundAsync(isWarmUp: true, stop);
            for (var round = 0; round < rounds; round++)
            {
                foreach (var scale in scales)
                    await scale.RoundAsync(isWarmUp: false, stop);
            }

            Report(scales);
            await scales[^1].WritePlansAsync(Console.Out);
        }
        finally
        {
            foreach (var scale in scales)
                await scale.DisposeAsync();
        }
    }

    // Under another name until it is whole.
    private static async Task GrowAsync(
        string? smaller, long written, string file, long fines, CancellationToken stop)
    {
        var growing = file + ".growing";
        if (smaller is not null)
            File.Copy(smaller, growing, overwrite: true);
        var provider = new SqliteProvider(new SqliteDatabaseOptions { Path = growing });
        provider.Migrate(NullLogger.Instance, TimeProvider.System, stop);
        await using (var database = provider.Open(NullLoggerFactory.Instance, TimeProvider.System))
        {
            await SampleDataWriter.WriteAsync(
                database, new SampleDataGenerator(Seed, new DateOnly(2026, 3, 1)), fines - written, progress: null, stop);
        }

        File.Move(growing, file);
    }

    private static void Report(List<InquiryScale> scales)
    {
        var first = scales[0].Percentile(0.5);
        Console.WriteLine($"\n{"fines",12}{"fines/subject",16}{"median us",12}{"p95 us",10}{"to the first",14}");
        foreach (var scale in scales)
        {
            var median = scale.Percentile(0.5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{scale.Fines,12:N0}{scale.FinesPerSubject,16:F2}{median.TotalMicroseconds,12:F1}"
                + $"{scale.Percentile(0.95).TotalMicroseconds,10:F1}{median / first,14:F2}"));
        }

        Console.WriteLine("median, last to first, at most 1.30\n");
    }
}
