using System.Diagnostics.Metrics;
using Gateway.Contracts.V1;
using Gateway.Server.Operations;
using Gateway.Testing.Gateways;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.IntegrationTests.Reviews;

public sealed class OverdueTests
{
    [Fact]
    public async Task Appeal_PastItsDueTime_IsListedAndMeasured()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var gateway = await TestGateway.StartAsync(new TestGatewaySettings
        {
            Services = services => services.AddSingleton<TimeProvider>(time),
            More = new Dictionary<string, string?> { ["Gateway:Appeals:DecisionTime"] = "02:00:00" },
        });
        var reviewer = gateway.Connect("reviewer");
        await gateway.Connect().Appeals.SubmitAppealAsync(SomeAppeal.Whole());
        var work = gateway.Services.GetServices<IHostedService>().OfType<OutstandingWork>().Single();

        await work.ReadAsync(default);
        var (openBefore, overdueBefore) = (Measured("gateway.appeals.open"), Measured("gateway.appeals.overdue"));
        time.Advance(TimeSpan.FromHours(2) + TimeSpan.FromMinutes(1));
        await work.ReadAsync(default);
        var queue = await reviewer.Reviews.ListOpenAppealsAsync(new ListOpenAppealsRequest { OverdueOnly = true });

        Assert.Equal((1, 0), (openBefore, overdueBefore));
        Assert.Equal((1, 1), (Measured("gateway.appeals.open"), Measured("gateway.appeals.overdue")));
        Assert.Equal((1, 1), (queue.OpenCount, queue.OverdueCount));
        Assert.True(Assert.Single(queue.Appeals).Overdue);

        long Measured(string name)
        {
            var measured = -1L;
            using var listener = new MeterListener
            {
                InstrumentPublished = (instrument, self) =>
                {
                    if (instrument.Name == name
                        && instrument.Meter.Scope == gateway.Services.GetRequiredService<IMeterFactory>())
                        self.EnableMeasurementEvents(instrument);
                },
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => measured = value);
            listener.Start();
            listener.RecordObservableInstruments();
            return measured;
        }
    }
}
