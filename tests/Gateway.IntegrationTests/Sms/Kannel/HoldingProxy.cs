using System.Net;
using System.Net.Sockets;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>What a <see cref="HoldingProxy"/> lets not through.</summary>
internal enum Held
{
    /// <summary>Everything passes.</summary>
    Nothing,

    /// <summary>Kannel gets nothing.</summary>
    Requests,

    /// <summary>The gateway gets nothing.</summary>
    Answers,
}

/// <summary>Stands between the gateway and Kannel, so that a test can act while an answer is under way.</summary>
internal sealed class HoldingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _port;
    private readonly Task _running;

    /// <summary>Starts listening.</summary>
    /// <param name="port">Port of Kannel.</param>
    public HoldingProxy(int port)
    {
        _port = port;
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>What connections made from now on do not let through.</summary>
    public Held Holds { get; set; }

    /// <summary>Its address, as a gateway's setting.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}/cgi-bin/sendsms";

    /// <summary>Waits for the first request.</summary>
    public Task AskedAsync() => _asked.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), Holds));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient gateway, Held holds)
    {
        using (gateway)
        using (var kannel = new TcpClient())
        {
            try
            {
                await kannel.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
                var (near, far) = (gateway.GetStream(), kannel.GetStream());
                await Task.WhenAny(
                    PassAsync(near, holds == Held.Requests ? Stream.Null : far),
                    PassAsync(far, holds == Held.Answers ? Stream.Null : near));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // One side is gone, and the other with it.
            }
        }
    }

    private async Task PassAsync(Stream from, Stream to)
    {
        var buffer = new byte[4096];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var length)
        {
            _asked.TrySetResult();
            await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
        }
    }
}
