using System.Diagnostics.Metrics;
using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.IntegrationTests.Sms;

/// <summary>A database with a vehicle, and outboxes and dispatchers over it as of several gateways.</summary>
internal sealed class OutboxBench : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SmsMetrics _metrics;
    private int _gateways;

    public OutboxBench(TestDialect dialect, TimeProvider? time = null)
    {
        Time = time ?? TimeProvider.System;
        Test = TestDatabase.Create(dialect);
        Test.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        _metrics = new SmsMetrics(_services.GetRequiredService<IMeterFactory>());
    }

    public TestDatabase Test { get; }

    public TimeProvider Time { get; }

    public SmsOptions Options { get; } = new()
    {
        PollInterval = TimeSpan.FromMilliseconds(20),
        FirstBackOff = TimeSpan.FromMilliseconds(10),
        LongestBackOff = TimeSpan.FromMilliseconds(40),
    };

    /// <summary>The outbox as another gateway sees it, over a database of its own.</summary>
    public SmsOutbox Outbox() => new(
        Test.Open(), Options, new BusinessCalendar(Time), $"test.example/gw-{++_gateways}", Time);

    /// <summary>The dispatcher of another gateway.</summary>
    public SmsDispatcher Dispatcher(ISmsProvider provider)
    {
        var outbox = Outbox();
        return new SmsDispatcher(
            outbox,
            new SmsSender(outbox, provider, Options, _metrics, new Random(1973), Time, NullLogger<SmsSender>.Instance),
            new QuietHours(Options, new BusinessCalendar(Time)),
            Options,
            Time,
            NullLogger<SmsDispatcher>.Instance);
    }

    /// <summary>Runs a dispatcher until the network has had so many messages, and what they left is recorded.</summary>
    public async Task RunAsync(ScriptedProvider provider, int messages)
    {
        using var dispatcher = Dispatcher(provider);
        await dispatcher.StartAsync(default);
        await provider.ReachedAsync(messages);
        await dispatcher.StopAsync(default);
    }

    /// <summary>State of each SMS in the order of appeals and stages.</summary>
    public IReadOnlyList<string> States() => Test.Lines(
        "SELECT sms_state FROM appeal_event ORDER BY appeal_id, sequence");

    public void Dispose()
    {
        _metrics.Dispose();
        _services.Dispose();
        Test.Dispose();
    }
}
