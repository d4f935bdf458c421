using System.Net;
using System.Net.Sockets;
using Gateway.Testing.Gateways;

namespace Gateway.IntegrationTests.Evidence.Watch;

/// <summary>The post's monitor as it runs for months.</summary>
public sealed class WatchLoopTests : IDisposable
{
    private readonly Monitor _monitor = new();

    public void Dispose() => _monitor.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Loop_Signal_EndsItWithZero(string signal)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var loop = MonitorProcess.Start(_monitor, gateway.Address, "--begin");
        var first = await loop.NextAsync(told => told["head"] is not null);
        var second = await loop.NextAsync(told => told["head"] is not null);

        await loop.SignalAsync(signal);

        Assert.Equal(0, await loop.EndAsync());
        Assert.Equal((long)first["head"]!["size"]!, (long)second["previous"]!["size"]!);
        (await _monitor.RunAsync(gateway.Address)).AssertGood();
    }

    [Fact]
    public async Task Loop_GatewayAwayAndBackOnAnOlderCopy_GoesOnAndThenEndsWithTheAlarm()
    {
        using var log = new LogOfATest();
        await log.AnswerAsync(2);
        using var older = new OlderCopy(log);
        var listen = $"127.0.0.1:{FreePort()}";
        using var loop = MonitorProcess.Start(_monitor, new Uri($"https://{listen}"), "--begin");

        await loop.NextAsync(told => (string?)told["error"]?["kind"] == "unreachable");
        await using (await log.StartAsync(listen: listen))
            await loop.NextAsync(told => (long?)told["head"]?["size"] > 5);
        await loop.NextAsync(told => told["error"] is not null);
        older.PutBack();
        await using var back = await log.StartAsync(listen: listen);
        var alarm = await loop.NextAsync(told => told["alarm"] is not null);

        Assert.Equal("older-head", (string)alarm["alarm"]!["kind"]!);
        Assert.Equal(6, await loop.EndAsync());
    }

    [Fact]
    public async Task Loop_KilledAtAnyMoment_GoesOnFromItsRecord()
    {
        await using var gateway = await TestGateway.StartAsync();
        var random = new Random(6);
        var size = (await _monitor.RunAsync(gateway.Address)).AssertGood().Size;

        for (var kill = 0; kill < 5; kill++)
        {
            await _monitor.ReceiveAsync(gateway.Address, $"{kill}");
            using (var loop = MonitorProcess.Start(_monitor, gateway.Address))
            {
                await GrownAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20)), TimeProvider.System);
                await loop.KillAsync();
            }

            var round = (await _monitor.RunAsync(gateway.Address)).AssertGood();
            Assert.True(round.Size > size);
            Assert.Equal(kill + 1, round.Checked + (long)round.Told["received"]!["checkedBefore"]!);
            size = round.Size;
        }
    }

    // A round has begun to write; what it writes next is a few milliseconds away.
    private async Task GrownAsync()
    {
        var history = new FileInfo(Path.Combine(_monitor.Record, "history.txt"));
        var before = history.Length;
        while (before == history.Length)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            history.Refresh();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
