using System.CommandLine;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Client.Watching;
using Gateway.Evidence;

namespace Gateway.Cli.Evidence.Watch;

/// <summary>
/// <c>evidence watch</c>: the monitor of the party that gets a gateway's answers. It trusts nobody but its own record.
/// </summary>
internal sealed class WatchCommand(CommandRunner runner)
{
    private readonly WatchOptions _options = new();

    private CliEnvironment Environment => runner.Environment;

    public static Command Create(CommandRunner runner)
    {
        var watch = new WatchCommand(runner);
        var command = watch._options.AddTo(new Command(
            "watch",
            "Watch a gateway's log: that it contains all it showed and all answers that were received; cosign it."));
        runner.Runs(command, watch.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var here = Environment.WorkingDirectory;
        var received = _options.ReceivedFolders(parsed, here);
        var verifier = new BatchVerifier(Credentials.LoadSigningRoots(runner.Options, parsed, here));
        if (parsed.GetValue(_options.Begin))
            Begin(parsed);
        using var record = Open(parsed, verifier);
        var witness = Witness(parsed, record.Witness);
        var output = new WatchOutput(terminal, witness.Key, isOneOfMany: parsed.GetValue(_options.Every) is not null);

        var seconds = parsed.GetValue(_options.Every);
        return seconds is null
            ? await RoundAsync(stop)
            : await new WatchLoop(output, TimeSpan.FromSeconds(seconds.Value), Environment.Time).RunAsync(
                RoundAsync, stop);

        async Task<int> RoundAsync(CancellationToken end)
        {
            // A connection and certificates of its own: what is renewed on either side is taken up.
            using var session = GatewaySession.Open(runner.Options, parsed, terminal, Environment, SampleCaller.Hub);
            try
            {
                var monitor = new LogMonitor(
                    session.Client.Evidence, session.Answers, verifier, record, witness, Environment.Time);
                return output.Tell(await monitor.RunAsync(received, end));
            }
            catch (LogAlarmException alarm)
            {
                return output.Tell(alarm, session.Answers);
            }
            finally
            {
                runner.Save(parsed, session);
            }
        }
    }

    private void Begin(ParseResult parsed)
    {
        var here = Environment.WorkingDirectory;
        var folder = _options.RecordFolder(parsed, here);
        if (WatchRecord.Exists(folder))
            throw new UsageException($"There is a record in '{folder}'; leave out --begin.");
        var caller = Credentials.Load(runner.Options, parsed, here, SampleCaller.Hub).Caller;
        var name = parsed.GetValue(_options.Name) ?? NameOf(caller.SpiffeId());
        Directory.CreateDirectory(folder);
        var key = Key(() => NoteKeyFile.ReadOrCreate(_options.KeyPath(parsed, here)));
        WatchRecord.Begin(folder, Key(() => new Cosigner(name, key).Key));
    }

    private WatchRecord Open(ParseResult parsed, BatchVerifier verifier)
    {
        var folder = _options.RecordFolder(parsed, Environment.WorkingDirectory);
        return WatchRecord.Exists(folder)
            ? WatchRecord.Open(folder, verifier)
            : throw new UsageException($"There is no record in '{folder}'. Is its disk there? --begin begins one.");
    }

    private Cosigner Witness(ParseResult parsed, NoteKey known)
    {
        var path = _options.KeyPath(parsed, Environment.WorkingDirectory);
        var witness = new Cosigner(known.Name, Key(() => NoteKeyFile.Read(path)));
        return witness.Key == known
            ? witness
            : throw new UsageException($"The key in '{path}' is not that of the record, {known}.");
    }

    private static string NameOf(string? spiffeId) => spiffeId is null
        ? throw new UsageException("The caller's certificate has no SPIFFE id; name the witness with --witness-name.")
        : spiffeId["spiffe://".Length..];

    private static T Key<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new UsageException(e.Message);
        }
    }
}
