using System.Security.Cryptography.X509Certificates;
using Gateway.Server.Hosting;
using Gateway.Server.Pki;

namespace Gateway.Server.TimeStamps;

/// <summary>The authorities of the settings, in their order. Thread-safe.</summary>
internal sealed class TimeStampAuthorities : IDisposable
{
    private static readonly TimeSpan AddressTime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = AddressTime,
    })
    {
        // Each authority has a patience of its own.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = TimeStampAuthority.MaxAnswerBytes,
    };

    private TimeStampAuthorities(GatewayOptions options, TimeProvider time) =>
        InOrder = [.. options.Evidence.TimeStampAuthorities.Select(authority => new TimeStampAuthority(
            authority,
            [.. authority.Roots.SelectMany(file => PemFiles.LoadCertificates(options.Pki.Directory, file))],
            _http,
            time))];

    /// <summary>The authorities.</summary>
    public IReadOnlyList<TimeStampAuthority> InOrder { get; }

    /// <summary>All certificates that are trusted for time stamps.</summary>
    public IEnumerable<X509Certificate2> Roots => InOrder.SelectMany(authority => authority.Roots);

    /// <summary>Whether answers are time-stamped at all.</summary>
    public bool IsOn => InOrder.Count > 0;

    /// <summary>Reads the authorities' roots.</summary>
    /// <exception cref="InvalidDataException">A file is missing, not PEM, or holds none.</exception>
    public static TimeStampAuthorities Load(GatewayOptions options, TimeProvider time) => new(options, time);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
