using System.CommandLine;
using Gateway.Cli.Invocation;
using Gateway.Client;
using Gateway.Contracts.V1;

namespace Gateway.Cli.Connection;

/// <summary>One command's connection to the gateway, and every verified answer that came over it.</summary>
internal sealed class GatewaySession : IDisposable
{
    private readonly Credentials _credentials;
    private readonly Uri _address;
    private readonly Func<Counter?> _counter;
    private readonly List<VerifiedAnswer> _answers;

    private GatewaySession(
        Credentials credentials,
        Uri address,
        Func<Counter?> counter,
        List<VerifiedAnswer> answers,
        Terminal terminal,
        TimeProvider time)
    {
        _credentials = credentials;
        _address = address;
        _counter = counter;
        _answers = answers;
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

    /// <summary>Where the caller's certificate stands; in the sample PKI everything else stands there too.</summary>
    public string CertificateFolder => _credentials.Folder;

    /// <summary>Where the command prints.</summary>
    public Terminal Terminal { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Every verified answer so far, refusals included, in order. Commands make one call at a time; one that
    /// makes many takes out what it needs no longer.</summary>
    public IList<VerifiedAnswer> Answers => _answers;

    /// <summary>The counter that requests name; null for a caller that has none.</summary>
    /// <exception cref="UsageException">The caller speaks for any branch, and none was named.</exception>
    public Counter? Counter => _counter();

    /// <summary>An id for a request that changes something.</summary>
    public string NewRequestId() => Guid.CreateVersion7(Time.GetUtcNow()).ToString();

    /// <summary>
    /// A connection of another caller, who has no counter and whose certificate stands beside this one's; its answers
    /// are counted among those of this one.
    /// </summary>
    /// <exception cref="UsageException">There is no such caller.</exception>
    public GatewaySession As(string sampleCaller) =>
        new(_credentials.Beside(sampleCaller), _address, () => null, _answers, Terminal, Time);

    /// <summary>Reads certificates and makes the clients; nothing is sent yet.</summary>
    /// <exception cref="UsageException">A file is missing or the options do not go together.</exception>
    public static GatewaySession Open(
        GlobalOptions options,
        ParseResult parsed,
        Terminal terminal,
        CliEnvironment environment,
        string sampleCaller)
    {
        var credentials = Credentials.Load(options, parsed, environment.WorkingDirectory, sampleCaller);
        return new GatewaySession(
            credentials,
            parsed.GetValue(options.Address)!,
            () => CounterOfCaller.Of(
                credentials.Caller.SpiffeId(),
                parsed.GetValue(options.Branch),
                parsed.GetValue(options.Counter),
                parsed.GetValue(options.Teller)!),
            [],
            terminal,
            environment.Time);
    }

    public void Dispose() => Client.Dispose();
}
