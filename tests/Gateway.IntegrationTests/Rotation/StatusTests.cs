using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Gateway.Server.Pki;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.IntegrationTests.Rotation;

/// <summary>What somebody who watches is told.</summary>
public sealed class StatusTests : IDisposable
{
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly PkiFolder _pki = new();

    public void Dispose() => _pki.Dispose();

    [Fact]
    public async Task Certs_OfAGatewayInOrder_ListsEverythingAsJson()
    {
        await using var gateway = await StartAsync();
        using var http = new HttpClient { BaseAddress = gateway.OperationsAddress };

        var status = await http.GetFromJsonAsync<JsonElement>("/certs");

        var items = status.GetProperty("items").EnumerateArray().ToList();
        foreach (var kind in Enum.GetNames<PkiItemKind>())
            Assert.Contains(items, item => item.GetProperty("kind").GetString() == kind);
        Assert.All(items, item => Assert.Equal("Good", item.GetProperty("state").GetString()));
        Assert.All(items, item => Assert.InRange(item.GetProperty("daysLeft").GetDouble(), 199, 3651));
        Assert.Equal(4, status.GetProperty("parts").GetArrayLength());
    }

    [Fact]
    public async Task RevocationList_DueWithinADay_DegradesAndIsToldOnce()
    {
        await using var gateway = await StartAsync();

        await BringListAsync(gateway, _now.AddHours(23));
        await Until.SoAsync(() => Told(gateway).Any(), "the alarm");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);

        Assert.Contains(
            "certificates and keys: Degraded RevocationList ", await gateway.ReadyAsync(), StringComparison.Ordinal);
        Assert.Single(Told(gateway));
    }

    [Fact]
    public async Task RevocationList_Overdue_TellsUntilWhenCallersAreServed()
    {
        await using var gateway = await StartAsync();

        await BringListAsync(gateway, _now.AddHours(-1));

        var until = _now.AddHours(71).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"callers refused from {until}Z on", await gateway.ReadyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysLeft_OfEachCertificate_AreMeasured()
    {
        await using var gateway = await StartAsync();
        var measured = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "gateway.certificates.days_left"
                    && instrument.Meter.Scope == gateway.Services.GetRequiredService<IMeterFactory>())
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, days, tags, _) =>
        {
            foreach (var (name, value) in tags)
            {
                if (name == "kind")
                    measured[(string)value!] = days;
            }
        });
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Equal(Enum.GetNames<PkiItemKind>().Order(), measured.Keys.Order());
        Assert.InRange(measured["Server"], 364, 366);
    }

    private static IEnumerable<string> Told(TestGateway gateway) =>
        gateway.Log.Lines.Where(line => line.Contains("needs a newer one", StringComparison.Ordinal));

    private Task<TestGateway> StartAsync() => TestGateway.StartAsync(new TestGatewaySettings { More = _pki.Settings });

    private async Task BringListAsync(TestGateway gateway, DateTimeOffset nextUpdate)
    {
        var number = _pki.MakeRevocationList(
            "postal-root", [], nextUpdate: nextUpdate, thisUpdate: _now.AddDays(-10));
        _pki.Bring("postal-root.crl");
        await gateway.UntilAsync(pki => pki.Callers.Lists.All.Any(list => list.Number == number), "the list");
    }
}
