using Gateway.Domain;
using Gateway.Testing.Databases;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>A gateway that sends through a Kannel of its own.</summary>
internal sealed class KannelBench : IAsyncDisposable
{
    private KannelBench(KannelUnderTest kannel, TestGateway gateway)
    {
        Kannel = kannel;
        Gateway = gateway;
    }

    /// <summary>Kannel; the test starts it.</summary>
    public KannelUnderTest Kannel { get; }

    /// <summary>The gateway.</summary>
    public TestGateway Gateway { get; }

    private TestDatabase Database => Gateway.Database;

    /// <summary>Starts the gateway.</summary>
    public static async Task<KannelBench> StartAsync(bool withSampleData = false)
    {
        var kannel = new KannelUnderTest();
        var settings = kannel.Settings;
        settings["Gateway:Database:SampleData"] = withSampleData ? "true" : "false";
        return new KannelBench(
            kannel, await TestGateway.StartAsync(TestDialect.Sqlite, new TestGatewaySettings { More = settings }));
    }

    /// <summary>Adds appeals in Arabic, numbered from 1.</summary>
    public async Task AddAppealsAsync(int count)
    {
        Database.Insert("vehicle", 1, "سجد", "5678", 1, "", "أحمد علي", null);
        await AppealRows.AddAsync(
            Database.Database, count, TimeProvider.System.GetUtcNow(), language: SmsLanguage.Arabic);
    }

    /// <summary>Moves each of so many appeals through stages.</summary>
    public async Task MoveAllAsync(int count, params AppealStage[] stages)
    {
        foreach (var stage in stages)
        {
            for (var n = 1; n <= count; n++)
                await AppealRows.MoveAsync(Database.Database, n, stage, TimeProvider.System.GetUtcNow());
        }
    }

    /// <summary>Waits until so many messages wait after a try that failed.</summary>
    public Task TriedAsync(int count) => Until.SoAsync(
        () => Database.Number(
            "SELECT COUNT(*) FROM appeal_event WHERE sms_state = 1 AND sms_failure IS NOT NULL") == count,
        $"{count} tries that failed");

    /// <summary>Waits until so many messages are reported delivered.</summary>
    public Task DeliveredAsync(int count) => Until.SoAsync(
        () => Database.Number("SELECT COUNT(*) FROM appeal_event WHERE sms_state = 3") == count,
        $"{count} delivery reports");

    /// <summary>Texts that a telephone has, in their order.</summary>
    public IEnumerable<string> Texts(string number) =>
        Kannel.Received.Where(sms => sms.Number == number).Select(sms => sms.Text);

    /// <summary>Checks that the telephone of each appeal has the text of each stage once and in order.</summary>
    public void AssertInOrder(int count)
    {
        for (var n = 1; n <= count; n++)
        {
            var expected = Database.Lines(
                "SELECT sms_number, sms_text FROM appeal_event WHERE appeal_id = @p0 ORDER BY sequence", n)
                .Select(line => line.Split('|')).ToList();
            Assert.Equal(expected.Select(line => line[1]), Texts(expected[0][0]));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Kannel.DisposeAsync();
    }
}
