using System.Globalization;
using System.Net;
using Gateway.Testing.Gateways;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.IntegrationTests.TimeStamps;

/// <summary>A time-stamp authority: <c>openssl ts -reply</c> behind an HTTP listener on a port of its own.</summary>
internal sealed class OpenSslAuthority : IAsyncDisposable
{
    public const string Policy = "1.3.6.1.4.1.99999.1";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _folder = TestFolders.Create();
    private WebApplication? _listener;
    private int _port;
    private int _asked;

    /// <summary>What it does from now on.</summary>
    public AuthorityBehaviour Behaviour { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>An authority that listens.</summary>
    public static async Task<OpenSslAuthority> StartAsync(AuthorityBehaviour behaviour = AuthorityBehaviour.Good)
    {
        var authority = new OpenSslAuthority { Behaviour = behaviour };
        await File.WriteAllTextAsync(Path.Combine(authority._folder, "tsa.cnf"), $"""
            [tsa]
            serial = serial
            signer_digest = sha256
            default_policy = {Policy}
            digests = sha256
            ess_cert_id_alg = sha256
            """);
        await authority.UpAsync();
        if (behaviour == AuthorityBehaviour.Down)
            await authority.DownAsync();
        return authority;
    }

    /// <summary>The settings of a gateway that asks these authorities, in this order.</summary>
    public static Dictionary<string, string?> Settings(params IReadOnlyList<OpenSslAuthority> authorities)
    {
        var settings = new Dictionary<string, string?>();
        for (var index = 0; index < authorities.Count; index++)
        {
            var one = $"Gateway:Evidence:TimeStampAuthorities:{index}";
            settings[one + ":Url"] = $"http://127.0.0.1:{authorities[index]._port}/tsr";
            settings[one + ":Roots:0"] = "tsa-root.pem";
            settings[one + ":Policies:0"] = Policy;
            settings[one + ":Timeout"] =
                authorities[index].Behaviour == AuthorityBehaviour.Silent ? "00:00:00.5" : "00:00:50";
        }

        return settings;
    }

    /// <summary>Listens, on the same port as before.</summary>
    public async Task UpAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, _port));
        _listener = builder.Build();
        _listener.Run(AnswerAsync);
        await _listener.StartAsync();
        _port = new Uri(_listener.Urls.Single()).Port;
    }

    /// <summary>Listens no more.</summary>
    public async Task DownAsync()
    {
        if (_listener is not null)
            await _listener.DisposeAsync();
        _listener = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        _turn.Dispose();
        TestFolders.Delete(_folder);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        Assert.Equal("application/timestamp-query", http.Request.ContentType);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.ContentType =
            Behaviour == AuthorityBehaviour.Page ? "text/html" : "application/timestamp-reply";
        if (Behaviour == AuthorityBehaviour.Failing)
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (Behaviour == AuthorityBehaviour.Silent)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else
            await http.Response.Body.WriteAsync(await AnswerAsync(body.ToArray()));
    }

    private async Task<byte[]> AnswerAsync(byte[] query)
    {
        switch (Behaviour)
        {
            case AuthorityBehaviour.Garbage:
                return [48, 130, 1, 2, 3];
            case AuthorityBehaviour.Endless:
                return new byte[1 << 20];
            // The nonce ends before the wish for the certificate, which is three bytes.
            case AuthorityBehaviour.WrongNonce:
                query[^4] ^= 1;
                break;
            case AuthorityBehaviour.WrongHash:
                query[query.AsSpan().IndexOf([(byte)0x04, (byte)0x20]) + 2] ^= 1;
                break;
            case AuthorityBehaviour.Refusing:
                query = [.. query];
                query[query.AsSpan().IndexOf([(byte)0x04, (byte)0x20]) - 3] ^= 0x40;
                break;
        }

        return await ReplyAsync(query, Behaviour == AuthorityBehaviour.Expired ? "tsa-expired" : "tsa");
    }

    private async Task<byte[]> ReplyAsync(byte[] query, string key)
    {
        await _turn.WaitAsync();
        try
        {
            var file = Asked.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllBytesAsync(Path.Combine(_folder, file + ".tsq"), query);
            var run = await ToolRun.RunAsync(
                "openssl",
                [
                    "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", file + ".tsq",
                    "-signer", Path.Combine(TestPki.Shared.Directory, key + ".pem"),
                    "-inkey", Path.Combine(TestPki.Shared.Directory, key + ".key"), "-out", file + ".tsr",
                ],
                _folder);
            Assert.True(run.ExitCode == 0, run.Error);
            return await File.ReadAllBytesAsync(Path.Combine(_folder, file + ".tsr"));
        }
        finally
        {
            _turn.Release();
        }
    }
}
