using System.CommandLine;
using Gateway.Cli.Invocation;

namespace Gateway.Cli.Evidence.Watch;

/// <summary>Options of <c>evidence watch</c>.</summary>
internal sealed class WatchOptions
{
    private const string KeyFile = "witness-key.pem";

    /// <summary>What was received.</summary>
    public Option<string[]> Received { get; } = new("--received")
    {
        Description = "Folder with evidence that branches received, as --save keeps it, at any depth; may be given for "
            + "each. All of it has to be in the log.",
        HelpName = "DIR",
    };

    /// <summary>What the monitor remembers.</summary>
    public Option<string> Record { get; } = new("--record")
    {
        Description = "Folder of the monitor's own record: the last head, what was checked, alarms, cosigned "
            + "checkpoints.",
        HelpName = "DIR",
        Required = true,
    };

    /// <summary>Begins it.</summary>
    public Option<bool> Begin { get; } = new("--begin")
    {
        Description = "Begin a record where there is none, and make the witness key where there is none.",
    };

    /// <summary>How often.</summary>
    public Option<int?> Every { get; } = new("--every")
    {
        Description = "Go on, a round each so many seconds, until there is an alarm or SIGTERM comes.",
        HelpName = "SECONDS",
    };

    /// <summary>What cosigns.</summary>
    public Option<string> Key { get; } = new("--witness-key")
    {
        Description = $"Private Ed25519 key that cosigns, PEM, of mode 0600. Default: {KeyFile} in the record.",
        HelpName = "FILE",
    };

    /// <summary>In whose name.</summary>
    public Option<string> Name { get; } = new("--witness-name")
    {
        Description = "Name of that key, with --begin. Default: the caller's SPIFFE id without its scheme.",
        HelpName = "NAME",
    };

    public WatchOptions() => Every.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var seconds) || seconds < 1))
            result.AddError("--every must be a number of seconds above nothing.");
    });

    public Command AddTo(Command command)
    {
        Option[] all = [Received, Record, Begin, Every, Key, Name];
        foreach (var option in all)
            command.Options.Add(option);
        return command;
    }

    /// <summary>The folder of the record.</summary>
    public string RecordFolder(ParseResult parsed, string here) => Path.GetFullPath(parsed.GetValue(Record)!, here);

    /// <summary>The file of the key.</summary>
    public string KeyPath(ParseResult parsed, string here) => parsed.GetValue(Key) is { } file
        ? Path.GetFullPath(file, here)
        : Path.Combine(RecordFolder(parsed, here), KeyFile);

    /// <summary>The folders of what was received.</summary>
    /// <exception cref="UsageException">One is missing, or has the record in it.</exception>
    public IReadOnlyList<string> ReceivedFolders(ParseResult parsed, string here)
    {
        var record = RecordFolder(parsed, here);
        var folders = (parsed.GetValue(Received) ?? []).Select(each => Path.GetFullPath(each, here)).ToList();
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
                throw new UsageException($"There is no folder '{folder}'.");
            var way = Path.GetRelativePath(folder, record);
            if (way == "." || (!Path.IsPathRooted(way) && way.Split(Path.DirectorySeparatorChar)[0] != ".."))
                throw new UsageException($"The record '{record}' can't be in '{folder}': it has evidence of alarms.");
        }

        return folders;
    }
}
