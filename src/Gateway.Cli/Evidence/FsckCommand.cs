using System.CommandLine;
using System.Globalization;
using Gateway.Cli.Connection;
using Gateway.Cli.Database;
using Gateway.Cli.Evidence.Changes;
using Gateway.Cli.Invocation;
using Gateway.Data;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Cli.Evidence;

/// <summary>
/// <c>evidence fsck</c>: recomputes logs from their entries, and holds them against the database. A gateway may fill
/// them meanwhile.
/// </summary>
internal sealed class FsckCommand
{
    private const string All = "all";

    private readonly CommandRunner _runner;
    private readonly DatabaseChoice _database;
    private readonly AuthorityRoots _authorities;

    private readonly Option<string[]> _logs = new("--log")
    {
        Description = "Data directory of a gateway; may be given for each gateway of the database. "
            + "Default: .data of the gateway in Development.",
        HelpName = "DIR",
    };

    private readonly Option<string> _signatures = new("--signatures")
    {
        Description = "How many signatures to verify, drawn evenly: a number, or all.",
        HelpName = "N|all",
        DefaultValueFactory = _ => "1000",
    };

    private FsckCommand(CommandRunner runner)
    {
        _runner = runner;
        _authorities = new AuthorityRoots(runner.Environment.WorkingDirectory);
        _database = new DatabaseChoice(runner.Environment);
        _database.Option.Arity = ArgumentArity.ZeroOrOne;
        _database.Option.Description = "Hold the logs against this database too: the heads it knows, and every change "
            + "it has. " + _database.Option.Description;
    }

    public static Command Create(CommandRunner runner)
    {
        var fsck = new FsckCommand(runner);
        var command = new Command(
            "fsck", "Check evidence logs from their entries: tree, batches, statements, signatures; and the database.")
        {
            fsck._logs,
            fsck._signatures,
            fsck._authorities.Option,
            fsck._database.Option,
        };
        runner.Runs(command, fsck.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var directories = Directories(parsed);
        var verifier = new BatchVerifier(Credentials.LoadSigningRoots(
            _runner.Options, parsed, _runner.Environment.WorkingDirectory));
        var signatures = Signatures(parsed);
        var stamps = _authorities.Read(parsed) is { } authorities ? new TimeStampVerifier(authorities) : null;
        var isHeld = parsed.GetResult(_database.Option) is not null;
        await using var database = isHeld
            ? _database.Read(parsed).Open(NullLoggerFactory.Instance, _runner.Environment.Time)
            : null;
        var anchors = database is null ? [] : await AnchorsAsync(database, stop);

        var logs = new List<(string Directory, LogCheckReport Report)>();
        var options = new LogCheckOptions { Verifier = verifier, Signatures = signatures, TimeStamps = stamps };
        foreach (var directory in directories)
            logs.Add((directory, await CheckAsync(terminal, directory, options, anchors, stop)));

        // What is compared with the database has to be sound first.
        var isSound = logs.All(log => log.Report.FindingCount == 0);
        var changes = database is not null && isSound
            ? await CompareAsync(terminal, directories, database, anchors, stop)
            : null;
        FsckReport.Print(terminal, logs, changes);
        if (!isSound)
            return ExitCodes.EvidenceFailed;
        return changes is { FindingCount: > 0 } ? ExitCodes.Differs : ExitCodes.Ok;
    }

    private static async Task<LogCheckReport> CheckAsync(
        Terminal terminal, string directory, LogCheckOptions options, IReadOnlyList<EvidenceAnchor> anchors,
        CancellationToken stop)
    {
        using var check = Open(() => LogCheck.Open(directory));
        var name = LogOrigin.IsValid(check.Origin) ? LogOrigin.NameOf(check.Origin) : "";
        options = options with
        {
            Anchors =
            [
                .. anchors
                    .Where(anchor => anchor.Successor is null && LogOrigin.NameOf(anchor.Origin) == name)
                    .Select(anchor => new LogHead(anchor.Origin, anchor.Size, anchor.Root.ToArray())),
            ],
        };
        return await ProgressBar.RunAsync(
            terminal, "Entries", check.Size, progress => Task.Run(() => check.Run(options, progress, stop), stop));
    }

    private async Task<ChangeReport> CompareAsync(
        Terminal terminal, IReadOnlyList<string> directories, IProsecutionDatabase database,
        IReadOnlyList<EvidenceAnchor> anchors, CancellationToken stop)
    {
        var logs = directories.Select(directory => Open(() => EvidenceLogReader.Open(directory))).ToList();
        try
        {
            var check = new ChangeCheck(
                [.. logs.Select(log => new StatedChanges(log))], database, _runner.Environment.Time);
            var report = await ProgressBar.RunAsync(
                terminal, "Changes", check.Work, progress => Task.Run(() => check.RunAsync(progress, stop), stop));
            var given = logs.Select(log => log.Origin).ToHashSet(StringComparer.Ordinal);
            return report with
            {
                LogsNotGiven = [.. anchors.Select(anchor => anchor.Origin).Where(origin => !given.Contains(origin))],
            };
        }
        finally
        {
            logs.ForEach(log => log.Dispose());
        }
    }

    private static Task<IReadOnlyList<EvidenceAnchor>> AnchorsAsync(
        IProsecutionDatabase database, CancellationToken stop) =>
        database.ReadAsync(session => new EvidenceAnchorStore(session).ListAsync(stop), stop);

    private List<string> Directories(ParseResult parsed)
    {
        var here = _runner.Environment.WorkingDirectory;
        if (parsed.GetValue(_logs) is { Length: > 0 } given)
            return [.. given.Select(path => Path.GetFullPath(path, here))];
        return SampleFolder.FindSolution(here) is { } solution
            ? [Path.Combine(solution, ".data")]
            : throw new UsageException("There is no Gateway.sln here or above; name the data directory with --log.");
    }

    private long? Signatures(ParseResult parsed)
    {
        var text = parsed.GetValue(_signatures);
        if (text == All)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new UsageException("--signatures takes a number, or all.");
    }

    private static T Open<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (EvidenceLogOpenException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
