using System.CommandLine;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.Sms;

/// <summary>Settings of a run.</summary>
internal sealed record SmsSettings(
    int Messages, int Gateways, int Concurrency, int AnswerMilliseconds, int Rounds);

/// <summary><c>sms</c>: messages a second of several gateways over one outbox.</summary>
internal static class SmsCommand
{
    private const int ToReach = 500;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var messages = Number("--messages", "Messages that are due, each to another number", 10_000);
        var gateways = Number("--gateways", "Gateways over the one database", 3);
        var concurrency = Number("--concurrency", "Messages that each gateway sends at once", 32);
        var answer = Number("--answer-ms", "Milliseconds in which the network answers", 20);
        var rounds = Number("--rounds", "Rounds, each on a new database", 3);
        var command = new Command("sms", "SMS a second from one SQLite outbox, each sent once.")
        {
            messages, gateways, concurrency, answer, rounds,
        };
        command.SetAction(async (parsed, _) => await RunAsync(new SmsSettings(
            parsed.GetValue(messages),
            parsed.GetValue(gateways),
            parsed.GetValue(concurrency),
            parsed.GetValue(answer),
            parsed.GetValue(rounds))));
        return command;
    }

    private static Option<int> Number(string name, string description, int value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };

    private static async Task RunAsync(SmsSettings settings)
    {
        // Every place of every gateway always taken, and nothing else to do.
        var bound = settings.Gateways * settings.Concurrency * 1000.0 / settings.AnswerMilliseconds;
        Console.WriteLine(
            $"{settings.Gateways} gateways x {settings.Concurrency} at once, a network that answers in "
            + $"{settings.AnswerMilliseconds} ms, {settings.Rounds} rounds of {settings.Messages} messages");
        var rates = new List<double>();
        for (var round = 0; round < settings.Rounds; round++)
            rates.Add(await RoundAsync(settings));
        rates.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            SMS a second, slowest round               {rates[0],8:F0}   (to reach {ToReach})
            SMS a second, median                      {rates[rates.Count / 2],8:F0}
            what the network allows                   {bound,8:F0}

            median / what the network allows          {rates[rates.Count / 2] / bound,8:F2}
            """));
    }

    private static async Task<double> RoundAsync(SmsSettings settings)
    {
        using var test = TestDatabase.Create(TestDialect.Sqlite);
        test.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        await AppealRows.AddAsync(test.Database, settings.Messages, TimeProvider.System.GetUtcNow());
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var metrics = new SmsMetrics(services.GetRequiredService<IMeterFactory>());
        var network = new SlowNetwork(TimeSpan.FromMilliseconds(settings.AnswerMilliseconds), settings.Messages);
        var gateways = Enumerable.Range(1, settings.Gateways)
            .Select(gateway => Dispatcher(test, network, metrics, settings.Concurrency, gateway)).ToList();

        var start = Stopwatch.GetTimestamp();
        foreach (var gateway in gateways)
            await gateway.StartAsync(default);
        await network.All;
        var rate = settings.Messages / Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var gateway in gateways)
        {
            await gateway.StopAsync(default);
            gateway.Dispose();
        }

        var sent = test.Number("SELECT COUNT(*) FROM appeal_event WHERE sms_state = 2");
        return network.Repeated == 0 && sent == settings.Messages
            ? rate
            : throw new InvalidOperationException(
                $"{network.Repeated} SMS were sent again; {sent} are recorded as sent.");
    }

    private static SmsDispatcher Dispatcher(
        TestDatabase test, ISmsProvider network, SmsMetrics metrics, int concurrency, int gateway)
    {
        var options = new SmsOptions { Concurrency = concurrency };
        var time = TimeProvider.System;
        var calendar = new BusinessCalendar(time);
        var outbox = new SmsOutbox(test.Open(), options, calendar, $"benchmark/gw-{gateway}", time);
        var sender = new SmsSender(
            outbox, network, options, metrics, new Random(gateway), time, NullLogger<SmsSender>.Instance);
        return new SmsDispatcher(
            outbox, sender, new QuietHours(options, calendar), options, time, NullLogger<SmsDispatcher>.Instance);
    }
}
