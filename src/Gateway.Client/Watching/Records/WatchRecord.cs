using Gateway.Client.Watching.Alarms;
using Gateway.Client.Watching.Received;
using Gateway.Client.Watching.Records;
using Gateway.Evidence;

namespace Gateway.Client.Watching;

/// <summary>
/// What a monitor remembers of one gateway, in a folder: the newest head of each of its logs with its signature, which
/// received evidence was checked, and a history of all that happened. Each step is on disk before it counts, whole or
/// not at all. Used by one thread at a time, and by one process.
/// </summary>
public sealed class WatchRecord : IDisposable
{
    /// <summary>File of the newest heads.</summary>
    public const string StateFile = "record.txt";

    /// <summary>File of what happened, a line each.</summary>
    public const string HistoryFile = "history.txt";

    /// <summary>Folder of the alarms, a folder each.</summary>
    public const string AlarmFolder = "alarms";

    /// <summary>Folder of the cosigned checkpoints, a folder for each log.</summary>
    public const string CosignedFolder = "cosigned";

    /// <summary>File of a cosigned checkpoint.</summary>
    public const string CheckpointFile = "checkpoint";

    private const string LockFile = "lock";

    private readonly string _directory;
    private readonly FileStream _lock;
    private readonly RecordHistory _history;
    private readonly HashSet<ReceivedKey> _checked;
    private RecordState _state;
    private List<SignedHead> _heads;

    private WatchRecord(
        string directory, FileStream taken, RecordHistory history, HashSet<ReceivedKey> known, RecordState state,
        List<SignedHead> heads) =>
        (_directory, _lock, _history, _checked, _state, _heads) = (directory, taken, history, known, state, heads);

    /// <summary>Whose cosignatures it has.</summary>
    public NoteKey Witness => _state.Witness;

    /// <summary>The newest head that was seen; null before the first.</summary>
    public SignedHead? Newest => _heads.Count > 0 ? _heads[^1] : null;

    /// <summary>Whether there is a record in a folder, sound or not.</summary>
    public static bool Exists(string directory) =>
        new[] { StateFile, HistoryFile, AlarmFolder, CosignedFolder }
            .Any(name => Path.Exists(Path.Combine(directory, name)));

    /// <summary>Begins a record.</summary>
    /// <param name="directory">Its folder, which is made where it is missing.</param>
    /// <param name="witness">Whose cosignatures it will have.</param>
    /// <exception cref="WatchRecordException">There is one.</exception>
    public static void Begin(string directory, NoteKey witness)
    {
        if (Exists(directory))
            throw new WatchRecordException($"There is a record in '{directory}'.", isDamaged: false);
        Directory.CreateDirectory(directory);
        DurableFiles.Put(Path.Combine(directory, StateFile), RecordState.New(witness).ToBytes());
        DurableFiles.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(directory)) ?? directory);
    }

    /// <summary>Opens a record, and holds its folder for this process.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="verifier">Verifies the heads in it anew.</param>
    /// <exception cref="WatchRecordException">There is none, it is damaged, or another process has it.</exception>
    public static WatchRecord Open(string directory, BatchVerifier verifier)
    {
        if (!Exists(directory))
            throw new WatchRecordException($"There is no record in '{directory}'.", isDamaged: false);
        var taken = Take(directory);
        try
        {
            return Open(directory, taken, verifier);
        }
        catch (Exception e) when (e is FormatException or EvidenceException or IOException)
        {
            taken.Dispose();
            throw new WatchRecordException(
                $"The record in '{directory}' is damaged: {e.Message} It is not begun anew by itself: put back a copy, "
                + "or keep it as it is and begin another one.",
                isDamaged: true,
                e);
        }
    }

    /// <summary>The newest head that was seen of a log; null if there was none.</summary>
    public SignedHead? HeadOf(string origin) => _heads.Find(head => head.Origin == origin);

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <summary>Whether received evidence was found in the log before.</summary>
    internal bool IsChecked(ReceivedKey key) => _checked.Contains(key);

    /// <summary>Takes a head that contains the newest one, or is of the log that came after it.</summary>
    internal void Advance(SignedHead head, DateTimeOffset time)
    {
        if (HeadOf(head.Origin) is { } before && (before.Size > head.Size || Newest != before))
            throw new InvalidOperationException("A record only takes heads that are newer than what it has.");
        var lines = new List<string> { HistoryLines.Head(time, head) };
        if (Newest is { } last && last.Origin != head.Origin)
            lines.Insert(0, HistoryLines.Succession(time, last, head));
        Commit(lines, [.. _heads.Where(each => each.Origin != head.Origin), head]);
    }

    /// <summary>Remembers received evidence that is in the log.</summary>
    internal void AddChecked(IReadOnlyList<(ReceivedKey Key, SignedHead Head)> evidence, DateTimeOffset time)
    {
        if (evidence.Count == 0)
            return;
        Commit(evidence.Select(each => HistoryLines.Checked(time, each.Key, each.Head)), _heads);
        _checked.UnionWith(evidence.Select(each => each.Key));
    }

    /// <summary>Keeps the cosigned checkpoint of the newest head, and no other.</summary>
    /// <returns>The file.</returns>
    internal string KeepCosigned(SignedNote note, DateTimeOffset time)
    {
        var head = Newest;
        if (head is null || Checkpoint.Parse(note.Text) != head.Checkpoint || Cosigner.TimeOf(note, Witness) is null)
            throw new InvalidOperationException("Only the newest head of a record is cosigned.");

        // What was signed is written down before anybody can have it.
        Commit([HistoryLines.Cosigned(time, head)], _heads);
        var log = head.Origin[(LogOrigin.NameOf(head.Origin).Length + 1)..];
        var folder = Path.Combine(_directory, CosignedFolder, log);
        Directory.CreateDirectory(folder);
        DurableFiles.FlushFolder(Path.Combine(_directory, CosignedFolder));
        DurableFiles.FlushFolder(_directory);
        var file = Path.Combine(folder, CheckpointFile);
        DurableFiles.Put(Path.Combine(folder, ReceivedEvidence.BatchFile), head.Text);
        DurableFiles.Put(Path.Combine(folder, ReceivedEvidence.SignatureFile), head.Signature);
        DurableFiles.Put(file, note.ToBytes());
        return file;
    }

    /// <summary>Keeps both heads of an alarm, once.</summary>
    /// <returns>The folder.</returns>
    internal string KeepAlarm(LogAlarm alarm, DateTimeOffset time)
    {
        var name = AlarmFiles.FolderOf(alarm);
        var folder = Path.Combine(_directory, AlarmFolder, name);
        if (Directory.Exists(folder))
            return folder;
        Directory.CreateDirectory(Path.Combine(_directory, AlarmFolder));
        DurableFiles.FlushFolder(_directory);
        DurableFiles.PutFolder(folder, AlarmFiles.Of(alarm, HistoryLines.Time(time)));
        Commit([HistoryLines.Alarm(time, name)], _heads);
        return folder;
    }

    private static WatchRecord Open(string directory, FileStream taken, BatchVerifier verifier)
    {
        var state = RecordState.Parse(File.ReadAllBytes(Path.Combine(directory, StateFile)));
        var heads = state.Heads.Select(head => SignedHead.Verify(verifier, head.Text, head.Signature)).ToList();
        var known = new HashSet<ReceivedKey>();
        var history = RecordHistory.Open(
            Path.Combine(directory, HistoryFile), state.History, line =>
            {
                if (HistoryLines.KeyIn(line) is { } key)
                    known.Add(key);
            });
        return new WatchRecord(directory, taken, history, known, state, heads);
    }

    private static FileStream Take(string directory)
    {
        try
        {
            return new FileStream(
                Path.Combine(directory, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new WatchRecordException(
                $"The record in '{directory}' can't be locked; perhaps another monitor is using it.", false, e);
        }
    }

    private void Commit(IEnumerable<string> lines, List<SignedHead> heads)
    {
        var end = _history.Write(lines);
        var state = _state with
        {
            History = end,
            Heads = [.. heads.Select(head => (head.Text, head.Signature))],
        };
        DurableFiles.Put(Path.Combine(_directory, StateFile), state.ToBytes());
        _history.Take(end);
        (_state, _heads) = (state, heads);
    }
}
