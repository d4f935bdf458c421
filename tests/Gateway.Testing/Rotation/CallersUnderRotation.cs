using System.Collections.Concurrent;
using Gateway.Client;
using Gateway.Testing.Gateways;

namespace Gateway.Testing.Rotation;

/// <summary>
/// Callers that go on calling while keys are rotated under them, each over a connection of its own, and others that keep
/// coming. Nothing is tried twice, every answer is verified. Thread-safe.
/// </summary>
internal sealed class CallersUnderRotation : IAsyncDisposable
{
    private static readonly string[] Branches = ["00001", "00002"];
    private readonly TestGateway _gateway;
    private readonly TimeSpan _pause;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly List<Task> _callers = [];
    private long _answers;
    private long _verified;
    private long _connections;

    /// <summary>Lets callers begin.</summary>
    /// <param name="gateway">Whom they call.</param>
    /// <param name="connections">How many stay.</param>
    /// <param name="newcomers">How many come and go at once.</param>
    /// <param name="pause">How long each waits between calls.</param>
    public CallersUnderRotation(TestGateway gateway, int connections, int newcomers, TimeSpan pause)
    {
        _gateway = gateway;
        _pause = pause;
        for (var number = 0; number < connections; number++)
            _callers.Add(StayAsync(Branches[number % Branches.Length]));
        for (var number = 0; number < newcomers; number++)
            _callers.Add(ComeAndGoAsync(Branches[number % Branches.Length]));
    }

    /// <summary>Answers that callers got.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <summary>Answers whose evidence was verified.</summary>
    public long Verified => Interlocked.Read(ref _verified);

    /// <summary>Connections that were opened.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>What went wrong, and how often.</summary>
    public IReadOnlyDictionary<string, int> Failures => _failures;

    /// <summary>Lets them end.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_callers);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _end.Dispose();
    }

    private async Task StayAsync(string branch)
    {
        using var client = Connect(branch);
        while (!_end.IsCancellationRequested)
        {
            await CallAsync(client, branch);
            await PauseAsync();
        }
    }

    private async Task ComeAndGoAsync(string branch)
    {
        while (!_end.IsCancellationRequested)
        {
            using (var client = Connect(branch))
                await CallAsync(client, branch);
            await PauseAsync();
        }
    }

    private async Task CallAsync(GatewayClient client, string branch)
    {
        try
        {
            var inquiry = Some.Inquiry();
            inquiry.Counter = Some.Counter(branch);
            await client.Fines.InquireFinesAsync(inquiry);
            Interlocked.Increment(ref _answers);
        }
#pragma warning disable CA1031 // Whatever it is, it is what is counted.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _failures.AddOrUpdate($"{e.GetType().Name}: {e.Message}", 1, (_, count) => count + 1);
        }
    }

    private GatewayClient Connect(string branch)
    {
        Interlocked.Increment(ref _connections);
        return GatewayClient.Connect(new GatewayClientOptions
        {
            Address = _gateway.Address,
            ClientCertificate = Pki.TestPki.Shared.KeyPair("branch-" + branch),
            ServerRoots = Pki.TestPki.Shared.Roots("server-root"),
            SigningRoots = Pki.TestPki.Shared.Roots("signing-root"),
            OnVerified = _ => Interlocked.Increment(ref _verified),
            Retry = new RetryOptions { Attempts = 1 },
        });
    }

    private Task PauseAsync() => _pause == TimeSpan.Zero
        ? Task.CompletedTask
        : Task.Delay(_pause, TimeProvider.System, CancellationToken.None);
}
