using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Gateway.Cli.Connection;
using Gateway.Cli.Invocation;
using Gateway.Evidence;
using Gateway.EvidenceLog;

namespace Gateway.Cli.Evidence;

/// <summary>
/// <c>evidence export</c>: a log as a folder of tiles with a signed checkpoint, for public tools and for monitors. A
/// gateway may fill the log meanwhile.
/// </summary>
internal sealed class ExportCommand(CliEnvironment environment)
{
    private readonly Option<string> _log = new("--log")
    {
        Description = "Data directory of the gateway. Default: .data of the gateway in Development.",
        HelpName = "DIR",
    };

    private readonly Option<string> _tiles = new("--tiles")
    {
        Description = "Folder to write, in C2SP tlog-tiles layout. One that has an export of this log is brought up to "
            + "date.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _key = new("--note-key")
    {
        Description = $"The log's private note key. Default: {NoteKeyFiles.PrivateKey} in the data directory, which the "
            + "gateway makes.",
        HelpName = "FILE",
    };

    public static Command Create(CommandRunner runner)
    {
        var export = new ExportCommand(runner.Environment);
        var command = new Command("export", "Export a log as tiles with a signed checkpoint: digests, no statements.")
        {
            export._log, export._tiles, export._key,
        };
        runner.Runs(command, export.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken stop)
    {
        var directory = LogDirectory(parsed);
        var tiles = Path.GetFullPath(parsed.GetValue(_tiles)!, environment.WorkingDirectory);
        using var log = EvidenceLogReader.Open(directory);
        var signer = new NoteSigner(log.Origin, PrivateKey(parsed, directory));
        var export = new TileExport(log, signer, tiles);
        var checkpoint = await ProgressBar.RunAsync(
            terminal, "Entries", log.Size, progress => Task.Run(() => export.Run(progress, stop), stop));
        var isAnnounced = Announce(export, signer.Key, directory);
        Tell(terminal, checkpoint, signer.Key, tiles, isAnnounced);
        return ExitCodes.Ok;
    }

    private string LogDirectory(ParseResult parsed)
    {
        if (parsed.GetValue(_log) is { } directory)
            return Path.GetFullPath(directory, environment.WorkingDirectory);
        return SampleFolder.FindSolution(environment.WorkingDirectory) is { } solution
            ? Path.Combine(solution, ".data")
            : throw new UsageException("There is no Gateway.sln here or above; name the data directory with --log.");
    }

    private byte[] PrivateKey(ParseResult parsed, string directory)
    {
        var path = parsed.GetValue(_key) is { } named
            ? Path.GetFullPath(named, environment.WorkingDirectory)
            : Path.Combine(directory, NoteKeyFiles.PrivateKey);
        try
        {
            return NoteKeyFile.Read(path);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message);
        }
    }

    // Whoever gets the folder gets with it what ties its key to the certificates that answers are signed with.
    private static bool Announce(TileExport export, NoteKey key, string directory)
    {
        var text = Path.Combine(directory, NoteKeyFiles.Text);
        var signature = Path.Combine(directory, NoteKeyFiles.Signature);
        if (!File.Exists(text) || !File.Exists(signature))
            return false;
        var announcement = File.ReadAllBytes(text);
        if (NoteKeyAnnouncement.Parse(announcement).Key != key)
            return false;
        export.Announce(announcement, File.ReadAllBytes(signature));
        return true;
    }

    private static void Tell(Terminal terminal, Checkpoint checkpoint, NoteKey key, string tiles, bool isAnnounced)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJson(new JsonObject
            {
                ["origin"] = checkpoint.Origin,
                ["size"] = checkpoint.Size,
                ["root"] = Convert.ToBase64String(checkpoint.Root),
                ["verifierKey"] = key.ToString(),
                ["announced"] = isAnnounced,
                ["tiles"] = tiles,
            });
            return;
        }

        new Sheet()
            .Add("Log", checkpoint.Origin, "السجل")
            .Add("Size", checkpoint.Size.ToString("N0", CultureInfo.InvariantCulture), "الحجم")
            .Add("Root", Convert.ToBase64String(checkpoint.Root), "الجذر")
            .Add("Verifier key", key.ToString(), "مفتاح التحقق")
            .Print(terminal.Out);
        terminal.Note(tiles);
        if (!isAnnounced)
            terminal.Note($"The data directory has no {NoteKeyFiles.Text} for this key; a gateway's start writes it.");
    }
}
