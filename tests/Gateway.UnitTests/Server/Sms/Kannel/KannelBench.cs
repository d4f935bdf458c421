using Gateway.Domain;
using Gateway.Server.Sms;
using Gateway.Server.Sms.Kannel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.UnitTests.Server.Sms.Kannel;

/// <summary>The provider with the HTTP client that the gateway gives it, and all that is logged meanwhile.</summary>
internal sealed class KannelBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public KannelBench(string url, TimeSpan? timeout = null, Action<KannelOptions>? change = null)
    {
        var options = new KannelOptions
        {
            Url = url,
            Username = "traffic",
            Password = "a secret",
            From = "Niaba",
            ReportUrl = "http://127.0.0.1:5480/sms/report",
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
        };
        change?.Invoke(options);
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddKannel(options);
        _services = services.BuildServiceProvider();
        Provider = _services.GetRequiredService<ISmsProvider>();
    }

    /// <summary>The provider.</summary>
    public ISmsProvider Provider { get; }

    /// <summary>All that was logged, at every level.</summary>
    public LinesLog Log { get; } = new();

    /// <summary>A message.</summary>
    public static SmsMessageOut Message(SmsLanguage language = SmsLanguage.English, string text = "Your appeal.") =>
        new(MobileNumber.FromStored("+201012345678"), text, language, "AbCdEfGh-_AbCdEfGh-_12", "000000000000017", 2, 1);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
