using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Gateway.Testing.Gateways;
using Gateway.Testing.Tools;

namespace Gateway.IntegrationTests.Sms.Kannel;

/// <summary>
/// A real Kannel with its fake network, of the sample configuration on ports of its own; ended with the test.
/// </summary>
internal sealed class KannelUnderTest : IAsyncDisposable
{
    /// <summary>Kannel's part that talks to networks.</summary>
    public const string Bearerbox = "/usr/sbin/bearerbox";

    /// <summary>Kannel's part that talks HTTP.</summary>
    public const string Smsbox = "/usr/sbin/smsbox";

    /// <summary>A network that prints what it gets.</summary>
    public const string FakeSmsc = "/usr/lib/kannel/test/fakesmsc";

    private const int Operations = 0;
    private const int Network = 13012;
    private const int SendSms = 13013;
    private static readonly int[] Sample = [13000, 13001, Network, SendSms];

    private readonly string _folder = TestFolders.Create();
    private readonly Dictionary<int, int> _ports;
    private readonly List<Process> _running = [];
    private readonly Telephones _telephones = new();
    private Process? _network;

    /// <summary>Writes its configuration; <see cref="StartAsync"/> starts it.</summary>
    public KannelUnderTest()
    {
        _ports = FreePorts([.. Sample, Operations]);
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src/Gateway.Server/Sms/kannel-sample.conf"))
            .Replace("/tmp/kannel", _folder, StringComparison.Ordinal)
            .Replace("http-queue-delay = 30", "http-queue-delay = 1", StringComparison.Ordinal);
        foreach (var port in Sample)
            text = text.Replace($"port = {port}", $"port = {_ports[port]}", StringComparison.Ordinal);
        File.WriteAllText(Configuration, text);
        Directory.CreateDirectory(Path.Combine(_folder, "store"));
        Directory.CreateDirectory(Path.Combine(_folder, "reports"));
    }

    /// <summary>Messages that have arrived at telephones, in their order.</summary>
    public IReadOnlyList<ReceivedSms> Received => _telephones.Messages;

    /// <summary>Port of sendsms.</summary>
    public int SendPort => _ports[SendSms];

    /// <summary>Settings of a gateway that sends through it, and tries again soon.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Gateway:Operations:Listen"] = $"127.0.0.1:{_ports[Operations]}",
        ["Gateway:Database:SampleData"] = "false",
        ["Gateway:Sms:Provider"] = "Kannel",
        ["Gateway:Sms:PollInterval"] = "00:00:00.050",
        ["Gateway:Sms:FirstBackOff"] = "00:00:00.200",
        ["Gateway:Sms:LongestBackOff"] = "00:00:00.800",
        ["Gateway:Sms:MaxAttempts"] = "1000",
        ["Gateway:Sms:Kannel:Url"] = $"http://127.0.0.1:{SendPort}/cgi-bin/sendsms",
        ["Gateway:Sms:Kannel:Username"] = "traffic",
        ["Gateway:Sms:Kannel:Password"] = "sample",
        ["Gateway:Sms:Kannel:From"] = "Niaba",
    };

    private string Configuration => Path.Combine(_folder, "kannel.conf");

    /// <summary>Starts Kannel and its network, and waits until it takes messages.</summary>
    public async Task StartAsync()
    {
        Launch(Bearerbox, "-v", "2", Configuration);
        await ListensAsync(_ports[13001]);
        await ListensAsync(_ports[Network]);
        Launch(Smsbox, "-v", "2", Configuration);
        await ListensAsync(SendPort);
        _network = Launch(FakeSmsc, "-H", "127.0.0.1", "-r", Text(_ports[Network]), "-m", "0", "1 2 text nothing");
    }

    /// <summary>
    /// Ends it without warning, as <c>kill -9</c> does. Its network takes what has left Kannel, and ends too.
    /// </summary>
    public async Task KillAsync()
    {
        foreach (var process in _running.Where(process => process != _network))
            process.Kill();
        if (_network is not null)
            await EndAsync(_network);
        foreach (var process in _running)
        {
            await process.WaitForExitAsync();
            process.Dispose();
        }
        _running.Clear();
        _network = null;
    }

    /// <summary>Waits until so many messages have arrived.</summary>
    public Task ReceivedAsync(int count) =>
        Until.SoAsync(() => Received.Count >= count, $"message {count} at the telephone");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        TestFolders.Delete(_folder);
    }

    private Process Launch(string program, params string[] arguments)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder,
                // fakesmsc ends with its input.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
            },
        };
        process.OutputDataReceived += (_, line) => _telephones.Take(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _telephones.Take(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _running.Add(process);
        return process;
    }

    private static async Task EndAsync(Process network)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
        try
        {
            await network.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            network.Kill();
        }
    }

    // Not by connecting: Kannel would take that for a box or a network.
    private static Task ListensAsync(int port) => Until.SoAsync(
        () => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(at => at.Port == port),
        $"Kannel to listen on port {port}");

    private static Dictionary<int, int> FreePorts(IReadOnlyList<int> names)
    {
        var listeners = names.ToDictionary(name => name, _ => new TcpListener(IPAddress.Loopback, 0));
        foreach (var listener in listeners.Values)
            listener.Start();
        var ports = listeners.ToDictionary(one => one.Key, one => ((IPEndPoint)one.Value.LocalEndpoint).Port);
        foreach (var listener in listeners.Values)
            listener.Dispose();
        return ports;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
