using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Client;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Connection;

/// <summary>One command's connection to the gateway, and every verified answer that came over it.</summary>
internal sealed class GatewaySession : IDisposable
{
    private readonly List<VerifiedAnswer> _answers = [];
    private readonly Func<Counter?> _counter;

    private GatewaySession(
        Credentials credentials, Uri address, Func<Counter?> counter, Terminal terminal, TimeProvider time)
    {
        _counter = counter;
        Terminal = terminal;
        Time = time;
        Client = GatewayClient.Connect(new GatewayClientOptions
        {
            Address = address,
            ClientCertificate = credentials.Caller.Certificate,
            ClientCertificateIssuers = credentials.Caller.Issuers,
            ServerRoots = credentials.ServerRoots,
            SigningRoots = credentials.SigningRoots,
            OnVerified = _answers.Add,
            TimeProvider = time,
        });
    }

    /// <summary>The typed clients.</summary>
    public GatewayClient Client { get; }

    /// <summary>Where the command prints.</summary>
    public Terminal Terminal { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Every verified answer so far, refusals included, in order. Commands make one call at a time.</summary>
    public IReadOnlyList<VerifiedAnswer> Answers => _answers;

    /// <summary>The counter that requests name; null for a caller that has none.</summary>
    /// <exception cref="UsageException">The caller speaks for any branch, and none was named.</exception>
    public Counter? Counter => _counter();

    /// <summary>An id for a request that changes something.</summary>
    public string NewRequestId() => Guid.CreateVersion7(Time.GetUtcNow()).ToString();

    /// <summary>Reads certificates and makes the clients; nothing is sent yet.</summary>
    /// <exception cref="UsageException">A file is missing or the options do not go together.</exception>
    public static GatewaySession Open(
        GlobalOptions options, ParseResult parsed, Terminal terminal, CliEnvironment environment)
    {
        var credentials = Credentials.Load(options, parsed, environment.WorkingDirectory);
        return new GatewaySession(
            credentials,
            parsed.GetValue(options.Address)!,
            () => CounterOfCaller.Of(
                credentials.Caller.SpiffeId(),
                parsed.GetValue(options.Branch),
                parsed.GetValue(options.Counter),
                parsed.GetValue(options.Teller)!),
            terminal,
            environment.Time);
    }

    public void Dispose() => Client.Dispose();
}
