using Gateway.Evidence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Gateway.EvidenceLog;

/// <summary>
/// The one thread that fills the log. It takes what waits, signs it, flushes it with one commit, and then answers. When
/// anything fails nothing of the group is answered, and the next group starts from what the file has.
/// </summary>
internal sealed class Sealer
{
    private static readonly TimeSpan RetryTime = TimeSpan.FromSeconds(1);

    private readonly LogStore _store;
    private readonly BatchBuilder _builder;
    private readonly ILogger _logger;
    private readonly SealQueue _queue;
    private readonly Upkeep _upkeep;
    private readonly int _groupSize;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogFile? _file;
    private TreeEdge _edge;
    private volatile LoggedBatch? _newest;
    private volatile StampCoverage _stamps;
    private volatile bool _healthy = true;

    private Sealer(
        LogStore store, BatchBuilder builder, EvidenceLogOptions options, TimeProvider time, ILogger logger)
    {
        _store = store;
        _builder = builder;
        _logger = logger;
        _queue = new SealQueue(options.QueueCapacity, options.ShareTime);
        _upkeep = new Upkeep(time);
        _groupSize = options.BatchesPerFlush * Batch.MaxEntries;
        _file = store.Open();
        _edge = _file.Edge;
        _newest = _file.Ask(NewestBatchOf);
        _stamps = _file.Ask(StampStore.Coverage);
        Origin = _file.Origin;
        Predecessor = _file.Predecessor?.Head;
    }

    internal string Origin { get; }

    internal LogHead? Predecessor { get; }

    internal long Size => Volatile.Read(ref _edge).Size;

    internal LogHead Head
    {
        get
        {
            // Once a group is on disk, its edge does not change any more.
            var edge = Volatile.Read(ref _edge);
            return new LogHead(Origin, edge.Size, edge.Root());
        }
    }

    internal LoggedBatch? NewestBatch => _newest;

    internal StampCoverage Stamps => _stamps;

    internal bool IsHealthy => _healthy;

    /// <exception cref="EvidenceLogOpenException">The file can't be opened.</exception>
    internal static Sealer Start(
        LogStore store, BatchBuilder builder, EvidenceLogOptions options, TimeProvider time, ILogger logger)
    {
        var sealer = new Sealer(store, builder, options, time, logger);
        sealer.SealSuccession();
        logger.Opened(sealer.Origin, sealer.Size);
        new Thread(sealer.Run) { Name = "evidence sealer", IsBackground = true }.Start();
        return sealer;
    }

    internal ValueTask<SealedAnswer> Add(PendingSeal pending)
    {
        _queue.Add(pending);
        return new ValueTask<SealedAnswer>(pending.Task);
    }

    /// <summary>Keeps a time stamp, between two groups.</summary>
    internal Task KeepAsync(BatchStamp stamp) => RunAsync(file =>
    {
        file.Keep(stamp);
        _stamps = file.Ask(StampStore.Coverage);
    });

    /// <summary>Keeps a signing certificate with its issuers, between two groups.</summary>
    internal Task KeepAsync(IReadOnlyList<ReadOnlyMemory<byte>> signingChain) =>
        RunAsync(file => file.Keep(signingChain));

    /// <summary>Seals what waits and ends the thread.</summary>
    internal Task StopAsync()
    {
        _queue.Close();
        return _stopped.Task;
    }

    private Task RunAsync(Action<LogFile> write)
    {
        var step = new PendingStep(write);
        _queue.Add(step);
        return step.Task;
    }

    private void Run()
    {
        var waiting = new List<PendingSeal>(_groupSize);
        while (_queue.Take(waiting, _groupSize, _healthy ? _upkeep.Patience : RetryTime, out var step))
        {
            if (step is not null)
                Write(step);
            else if (waiting.Count > 0)
                Seal([.. waiting]);
            else if (!_healthy)
                TryAgain();
            if (_healthy && (waiting.Count == 0 || _upkeep.IsDue))
                LookAfterFile();
            waiting.Clear();
        }

        if (_healthy)
            LookAfterFile();
        _file?.Dispose();
        _stopped.SetResult();
    }

    private void Seal(PendingSeal[] group)
    {
        try
        {
            _file ??= _store.Reopen(Origin, Size);
            var done = _builder.Build(Origin, _file.Edge, group);
            Append(_file, done);
            Recovered();
            Answer(done);
        }
        catch (Exception exception)
        {
            Refuse(group, exception);
        }
    }

    private void Append(LogFile file, SealedGroup group)
    {
        file.Append(group);
        Volatile.Write(ref _edge, group.Edge);
        var last = group.Batches[^1];
        _newest = new LoggedBatch(last.Size, last.Text, last.Signature);
        if (_stamps.OldestUnstampedTime is null)
            _stamps = _stamps with { OldestUnstampedTime = group.SealTime };
    }

    // That it was written does not say that a batch can be signed: the log is not taken for mended by it.
    private void Write(PendingStep step)
    {
        try
        {
            _file ??= _store.Reopen(Origin, Size);
            step.Write(_file);
            step.SetResult();
        }
        catch (Exception exception)
        {
            Refuse([], exception);
            step.SetException(new EvidenceUnavailableException("The evidence log could not be written.", exception));
        }
    }

    private static LoggedBatch? NewestBatchOf(SqliteConnection connection) => connection
        .Rows("SELECT size, text, signature FROM batch ORDER BY size DESC LIMIT 1", LogRows.Batch)
        .SingleOrDefault();

    // Before the thread starts, and before anything else.
    private void SealSuccession()
    {
        if (_file is not { Edge.Size: 0, Predecessor: { } predecessor } file)
            return;
        var statement = predecessor.Statement(Origin).ToBytes();
        Append(file, _builder.Build(Origin, file.Edge, [new PendingSeal(new LogEntry(statement, null, null, null))]));
    }

    // While nobody asks, because the gateway says that it is not ready, the log finds out by itself that it can be written
    // and signed. It signs what it has signed before: nothing new is ever stated for the sake of a trial.
    private void TryAgain()
    {
        try
        {
            _file ??= _store.Reopen(Origin, Size);
            _file.Touch();
            if (_newest is { } newest)
                _builder.SignAgain(newest.Text);
            Recovered();
        }
        catch (Exception exception)
        {
            Refuse([], exception);
        }
    }

    private void LookAfterFile()
    {
        try
        {
            _file ??= _store.Reopen(Origin, Size);
            _upkeep.Run(_file);
        }
        catch (Exception exception)
        {
            Refuse([], exception);
        }
    }

    private static void Answer(SealedGroup done)
    {
        foreach (var batch in done.Batches)
        {
            foreach (var answer in batch.Answers)
                answer.SetResult(new SealedAnswer(answer.Entry.Statement, batch.Text, batch.Signature));
        }
    }

    private void Refuse(PendingSeal[] group, Exception cause)
    {
        var wasHealthy = _healthy;
        _healthy = false;
        var exception = new EvidenceUnavailableException("The answer could not be sealed in the evidence log.", cause);
        foreach (var pending in group)
            pending.TrySetException(exception);
        if (_file is { IsInDoubt: true } file)
        {
            _file = null;
            file.Dispose();
        }

        // Told once, not for each group of an outage.
        if (wasHealthy)
            _logger.SealingFailed(cause, Origin);
    }

    private void Recovered()
    {
        if (!_healthy)
            _logger.SealingRecovered(Origin, Size);
        _healthy = true;
    }
}
