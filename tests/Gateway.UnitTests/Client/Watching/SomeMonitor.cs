using Gateway.Client.Watching;
using Gateway.Evidence;
using Gateway.UnitTests.Evidence;

namespace Gateway.UnitTests.Client.Watching;

/// <summary>A monitor with a record of its own, and a folder of what branches received.</summary>
internal sealed class SomeMonitor : IDisposable
{
    public static readonly Cosigner Witness = new("post.gov.eg/monitor", [.. Enumerable.Repeat((byte)7, 32)]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("watch-");

    public SomeMonitor() => WatchRecord.Begin(Record, Witness.Key);

    public FakeLogService Gateway { get; } = new();

    public string Record => Path.Combine(_folder.FullName, "record");

    public string Received => Path.Combine(_folder.FullName, "received");

    public string CheckpointFile => Path.Combine(Record, "cosigned", "0123abcd", "checkpoint");

    public string[] History => File.ReadAllLines(Path.Combine(Record, WatchRecord.HistoryFile));

    /// <summary>The checkpoint that was cosigned last; null if none was.</summary>
    public Checkpoint? Cosigned
    {
        get
        {
            if (!File.Exists(CheckpointFile))
                return null;
            var note = SignedNote.Parse(File.ReadAllBytes(CheckpointFile));
            Assert.Equal(SomePki.Now.ToUnixTimeSeconds(), Cosigner.TimeOf(note, Witness.Key)?.ToUnixTimeSeconds());
            return Checkpoint.Parse(note.Text);
        }
    }

    public WatchRecord Open() => WatchRecord.Open(Record, FakeLog.Verifier);

    /// <summary>A round, with the record opened for it, as a program does that is started for each.</summary>
    public async Task<WatchReport> RunAsync()
    {
        using var record = Open();
        Directory.CreateDirectory(Received);
        var monitor = new LogMonitor(
            Gateway, Gateway.Answers, FakeLog.Verifier, record, Witness, SomeTime.At(SomePki.Now));
        return await monitor.RunAsync([Received]);
    }

    /// <summary>A round that ends with an alarm, which is kept, and after which nothing was cosigned that was not
    /// before.</summary>
    public async Task<LogAlarm> AlarmAsync(LogAlarmKind kind)
    {
        var before = Cosigned;
        var exception = await Assert.ThrowsAsync<LogAlarmException>(RunAsync);
        var alarm = exception.Alarm;
        Assert.Equal(kind, alarm.Kind);
        Assert.Equal(alarm.Known.Text, File.ReadAllBytes(Path.Combine(exception.Folder, "known", "batch.txt")));
        Assert.Equal(alarm.Known.Signature, File.ReadAllBytes(Path.Combine(exception.Folder, "known", "batch.p7s")));
        Assert.Equal(alarm.Shown.Text, File.ReadAllBytes(Path.Combine(exception.Folder, "shown", "batch.txt")));
        Assert.Equal(alarm.Proof is not null, File.Exists(Path.Combine(exception.Folder, "proof.txt")));
        Assert.Contains(alarm.Known.ToString(), exception.Message, StringComparison.Ordinal);
        Assert.Contains(alarm.Shown.ToString(), exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Cosigned);
        return alarm;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
