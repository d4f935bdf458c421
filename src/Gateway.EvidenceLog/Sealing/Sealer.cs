using Gateway.Evidence;
using Microsoft.Extensions.Logging;

namespace Gateway.EvidenceLog;

/// <summary>
/// The one thread that fills the log. It takes what waits, signs it, flushes it with one commit, and then answers. When
/// anything fails nothing of the group is answered, and the next group starts from what the file has.
/// </summary>
internal sealed class Sealer
{
    private readonly LogStore _store;
    private readonly BatchBuilder _builder;
    private readonly ILogger _logger;
    private readonly SealQueue _queue;
    private readonly int _groupSize;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogFile? _file;
    private long _size;
    private volatile bool _healthy = true;

    private Sealer(LogStore store, BatchBuilder builder, EvidenceLogOptions options, ILogger logger)
    {
        _store = store;
        _builder = builder;
        _logger = logger;
        _queue = new SealQueue(options.QueueCapacity, options.ShareTime);
        _groupSize = options.BatchesPerFlush * Batch.MaxEntries;
        _file = store.Open();
        _size = _file.Edge.Size;
        Origin = _file.Origin;
    }

    internal string Origin { get; }

    internal long Size => Volatile.Read(ref _size);

    internal bool IsHealthy => _healthy;

    /// <exception cref="EvidenceLogOpenException">The file can't be opened.</exception>
    internal static Sealer Start(LogStore store, BatchBuilder builder, EvidenceLogOptions options, ILogger logger)
    {
        var sealer = new Sealer(store, builder, options, logger);
        logger.Opened(sealer.Origin, sealer.Size);
        new Thread(sealer.Run) { Name = "evidence sealer", IsBackground = true }.Start();
        return sealer;
    }

    internal ValueTask<SealedAnswer> Add(PendingSeal pending)
    {
        _queue.Add(pending);
        return new ValueTask<SealedAnswer>(pending.Task);
    }

    /// <summary>Seals what waits and ends the thread.</summary>
    internal Task StopAsync()
    {
        _queue.Close();
        return _stopped.Task;
    }

    private void Run()
    {
        var waiting = new List<PendingSeal>(_groupSize);
        while (_queue.Take(waiting, _groupSize))
        {
            Seal([.. waiting]);
            waiting.Clear();
        }

        _file?.Dispose();
        _stopped.SetResult();
    }

    private void Seal(PendingSeal[] group)
    {
        try
        {
            _file ??= _store.Reopen(Origin, Size);
            var done = _builder.Build(Origin, _file.Edge, group);
            _file.Append(done);
            Volatile.Write(ref _size, done.Edge.Size);
            Recovered();
            Answer(done);
        }
        catch (Exception exception)
        {
            Refuse(group, exception);
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
