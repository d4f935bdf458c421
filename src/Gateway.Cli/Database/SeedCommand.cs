using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Cli.Invocation;
using Gateway.Data;
using Gateway.Domain;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace Gateway.Cli.Database;

/// <summary><c>db seed</c>: fills a database with sample data, without the gateway.</summary>
internal sealed class SeedCommand(CliEnvironment environment)
{
    private readonly Option<long> _fines = new("--fines")
    {
        Description = "How many fines to add, beside the few with names of which the documents speak.",
        HelpName = "N",
        Required = true,
    };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The same seed makes the same data.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private readonly DatabaseChoice _database = new(environment);

    public static Command Create(CommandRunner runner)
    {
        var seed = new SeedCommand(runner.Environment);
        var command = new Command("seed", "Fill a database with sample data.");
        command.Options.Add(seed._fines);
        command.Options.Add(seed._seed);
        command.Options.Add(seed._database.Option);
        runner.Runs(command, seed.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var fines = parsed.GetValue(_fines);
        if (fines < 0)
            throw new UsageException("--fines must not be negative.");

        var chosen = _database.Read(parsed);
        chosen.Migrate(NullLogger.Instance, environment.Time, stop);
        await using var database = chosen.Open(NullLoggerFactory.Instance, environment.Time);
        var start = environment.Time.GetTimestamp();
        var generator = new SampleDataGenerator(parsed.GetValue(_seed), new BusinessCalendar(environment.Time).Today);
        var written = await WithProgressAsync(
            terminal, fines, progress => SampleDataWriter.WriteAsync(database, generator, fines, progress, stop));
        Tell(terminal, chosen.Description, written, environment.Time.GetElapsedTime(start));
        return ExitCodes.Ok;
    }

    private static async Task<long> WithProgressAsync(
        Terminal terminal, long fines, Func<IProgress<long>, Task<long>> write)
    {
        if (terminal.IsJson || !terminal.IsTerminal)
            return await write(new ProgressTo(_ => { }));

        return await terminal.Out.Progress().StartAsync(async context =>
        {
            var task = context.AddTask("Fines", maxValue: fines);
            return await write(new ProgressTo(done => task.Value = done));
        });
    }

    private static void Tell(Terminal terminal, string database, long fines, TimeSpan taken)
    {
        var rate = fines / Math.Max(taken.TotalSeconds, 0.001);
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonObject
            {
                ["database"] = database,
                ["fines"] = fines,
                ["seconds"] = Math.Round(taken.TotalSeconds, 3),
                ["finesPerSecond"] = Math.Round(rate),
            });
            return;
        }

        terminal.Note(string.Create(
            CultureInfo.InvariantCulture, $"{fines:N0} fines in {taken.TotalSeconds:N1} s, {rate:N0} a second."));
        terminal.Note(database);
    }

    private sealed class ProgressTo(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
