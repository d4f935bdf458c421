using Gateway.Client;
using Gateway.Server.Hosting;
using Gateway.Server.Limits;
using Gateway.Testing.Databases;
using Gateway.Testing.Logs;
using Gateway.Testing.Pki;
using Gateway.Testing.Probe;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace Gateway.Testing.Gateways;

/// <summary>
/// A whole gateway in this process: real Kestrel and mutual TLS on a port of its own, its own database and evidence
/// log. Disposing it fails the test where an error was logged that the test did not declare.
/// </summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly List<GatewayClient> _clients = [];
    private readonly WebApplication _app;
    private readonly bool _ownsDirectory;
    private readonly TestDatabase? _database;
    private TestDatabase? _ownedDatabase;

    private TestGateway(
        WebApplication app, string directory, LogCapture log, bool ownsDirectory, TestDatabase? database)
    {
        _app = app;
        _database = database;
        _ownsDirectory = ownsDirectory;
        Directory = directory;
        Log = log;
    }

    /// <summary>Folder of the database and the evidence log.</summary>
    public string Directory { get; }

    /// <summary>What the gateway logs.</summary>
    public LogCapture Log { get; }

    /// <summary>Address of the gRPC listener.</summary>
    public Uri Address => new(StartScreen.Address(_app));

    /// <summary>The books, read beside the gateway.</summary>
    public Ledger Ledger => _database is null ? Ledger.OfFolder(Directory) : new Ledger(_database.Connect);

    /// <summary>The database, where the test chose one.</summary>
    public TestDatabase Database => _database!;

    /// <summary>The gateway's services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Address of the probes.</summary>
    public Uri OperationsAddress => new(_app.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));

    /// <summary>Waits until so many calls are in their handlers.</summary>
    public async Task CallsUnderWayAsync(int count)
    {
        var limiter = Services.GetRequiredService<CallLimiter>();
        while (limiter.CallsUnderWay < count)
            await Task.Yield();
    }

    /// <summary>Stops taking calls and lets those in flight end, as SIGTERM does.</summary>
    public Task StopAsync() => _app.StopAsync();

    /// <summary>Starts a gateway with the named sample data on a database of its own.</summary>
    public static async Task<TestGateway> StartAsync(TestDialect dialect, TestGatewaySettings? settings = null)
    {
        var database = TestDatabase.Create(dialect);
        var gateway = await StartAsync((settings ?? new TestGatewaySettings()) with { Database = database });
        gateway._ownedDatabase = database;
        return gateway;
    }

    /// <summary>Starts a gateway with the named sample data.</summary>
    public static async Task<TestGateway> StartAsync(TestGatewaySettings? settings = null)
    {
        settings ??= new TestGatewaySettings();
        var directory = settings.Directory ?? TestFolders.Create();
        var log = new LogCapture();
        var app = await GatewayHost.BuildAsync(new GatewayHostSetup
        {
            Environment = settings.Environment,
            ConsoleLog = false,
            Settings = settings.ToConfiguration(directory),
            MoreContract = [ProbeReflection.Descriptor],
            Services = services =>
            {
                services.AddSingleton<ILogEventSink>(log);
                settings.Services(services);
            },
            Endpoints = endpoints => endpoints.MapGrpcService<ProbeEndpoint>(),
        });
        await app.StartAsync();
        return new TestGateway(app, directory, log, settings.Directory is null, settings.Database);
    }

    /// <summary>A client of the SDK with a certificate of the test PKI. It lives as long as the gateway.</summary>
    public GatewayClient Connect(
        string caller = "branch-00001", Action<VerifiedAnswer>? onVerified = null, RetryOptions? retry = null)
    {
        var client = GatewayClient.Connect(new GatewayClientOptions
        {
            Address = Address,
            ClientCertificate = TestPki.Shared.KeyPair(caller),
            ServerRoots = TestPki.Shared.Roots("server-root"),
            SigningRoots = TestPki.Shared.Roots("signing-root"),
            OnVerified = onVerified,
            Retry = retry ?? new RetryOptions(),
        });
        _clients.Add(client);
        return client;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownedDatabase?.Dispose();
        if (_ownsDirectory)
            TestFolders.Delete(Directory);

        var errors = Log.Undeclared();
        if (errors.Count > 0)
            throw new InvalidOperationException(
                "The gateway logged errors that the test did not declare:\n" + string.Join('\n', errors));
    }
}
