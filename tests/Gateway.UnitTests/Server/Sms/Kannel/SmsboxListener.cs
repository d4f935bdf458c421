using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Gateway.UnitTests.Server.Sms.Kannel;

/// <summary>A listener that reads HTTP requests whole and answers what the test says, byte for byte.</summary>
internal sealed class SmsboxListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly string?[] _answers;
    private int _answered;
    private readonly Task _running;

    /// <summary>Starts listening.</summary>
    /// <param name="answers">
    /// What each request is answered, the last of them also all further ones, and then the connection closed; before
    /// the last it stays open. Null answers nothing and leaves it open.
    /// </param>
    public SmsboxListener(params string?[] answers)
    {
        _answers = answers;
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Its address.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}/cgi-bin/sendsms";

    /// <summary>Requests that came whole: heads and bodies.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Connections that were made.</summary>
    public int Connections { get; private set; }

    /// <summary>An answer as Kannel gives it.</summary>
    public static string Answer(string status, string text) =>
        $"HTTP/1.1 {status}\r\nServer: Kannel/1.4.5\r\nContent-Length: {text.Length}\r\n"
        + $"Content-type: text/html\r\n\r\n{text}";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
                Connections++;
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var isLast = false;
                while (!isLast && await ReadAsync(client.GetStream()) is { } request)
                {
                    _requests.Enqueue(request);
                    isLast = Interlocked.Increment(ref _answered) >= _answers.Length;
                    var answer = _answers[Math.Min(_answered, _answers.Length) - 1];
                    if (answer is null)
                        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                    await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(answer!), _stop.Token);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The other side has had enough.
            }
        }
    }

    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var length = await stream.ReadAsync(buffer, _stop.Token);
            if (length == 0)
                return null;
            received.AddRange(buffer.AsSpan(0, length));
            var text = Encoding.UTF8.GetString([.. received]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && Encoding.UTF8.GetByteCount(text[(end + 4)..]) >= BodyLength(text[..end]))
                return text;
        }
    }

    private static int BodyLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length: ".Length..], CultureInfo.InvariantCulture))
        .SingleOrDefault();
}
