using System.Diagnostics;
using Gateway.Client;
using Gateway.Testing.Pki;
using Gateway.Testing.Tools;

namespace Gateway.Testing.Gateways;

/// <summary>The server as a process of its own, for tests that kill it.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly Task<string> _rest;

    private GatewayProcess(Process process, Uri address, IReadOnlyList<string> screen, TimeSpan startUp)
    {
        _process = process;
        Address = address;
        Screen = screen;
        StartUp = startUp;
        _rest = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Address of the gRPC listener.</summary>
    public Uri Address { get; }

    /// <summary>What it wrote until it was ready.</summary>
    public IReadOnlyList<string> Screen { get; }

    /// <summary>From the start of the process to its <c>ready</c>.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>The most memory that it had resident so far.</summary>
    public long PeakWorkingSetBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has what it wrote.</exception>
    public static async Task<GatewayProcess> StartAsync(
        IReadOnlyDictionary<string, string?> settings, string environment = "Testing", string? workingDirectory = null)
    {
        var start = Stopwatch.GetTimestamp();
        var process = Launch(settings, environment, workingDirectory);
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        var screen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            screen.Add(line);
            if (line.StartsWith("ready ", StringComparison.Ordinal))
                return new GatewayProcess(
                    process, new Uri(line["ready ".Length..]), screen, Stopwatch.GetElapsedTime(start));
        }

        throw new InvalidOperationException(
            "The server ended before it was ready:\n" + string.Join('\n', screen) + await error);
    }

    /// <summary>Starts a server that is expected to refuse, and waits for its end.</summary>
    public static async Task<ToolRun> RunToEndAsync(IReadOnlyDictionary<string, string?> settings, string environment)
    {
        using var process = Launch(settings, environment, null);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var timeout = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(timeout.Token);
        return new ToolRun(process.ExitCode, await output, await error);
    }

    /// <summary>A client of the SDK.</summary>
    public GatewayClient Connect(
        string caller = "branch-00001", Action<VerifiedAnswer>? onVerified = null, RetryOptions? retry = null) =>
        GatewayClient.Connect(new GatewayClientOptions
        {
            Address = Address,
            ClientCertificate = TestPki.Shared.KeyPair(caller),
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
            OnVerified = onVerified,
            Retry = retry ?? new RetryOptions(),
        });

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an orchestrator does, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        await ToolRun.RunAsync(
            "kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        await _rest;
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static Process Launch(
        IReadOnlyDictionary<string, string?> settings, string environment, string? workingDirectory)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [BuiltProgram.Path("Gateway.Server", "Gateway.Server")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = workingDirectory ?? Path.GetTempPath(),
            },
        };
        process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (key, value) in settings)
            process.StartInfo.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process.Start();
        return process;
    }
}
