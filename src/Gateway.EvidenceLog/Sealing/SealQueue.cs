using Gateway.Evidence;

namespace Gateway.EvidenceLog;

/// <summary>What waits to be sealed: many put in, one thread takes out. Thread-safe.</summary>
internal sealed class SealQueue(int capacity, TimeSpan shareTime)
{
    // Work that waits for a thread of the pool: with so much of it this machine is busy, and nobody would be answered
    // sooner for being sealed alone.
    private const int Busy = 16;

    // A group worth its flush.
    private const int WorthIt = 4 * Batch.MaxEntries;

    private readonly object _turn = new();
    private readonly Queue<PendingSeal> _waiting = new(Math.Min(capacity, 1024));
    private readonly Queue<PendingStep> _steps = new();
    private bool _closed;
    private bool _isSharing;

    /// <exception cref="EvidenceQueueFullException">As many wait as may.</exception>
    /// <exception cref="EvidenceUnavailableException">The queue is closed.</exception>
    internal void Add(PendingSeal pending)
    {
        lock (_turn)
        {
            if (_closed)
                throw new EvidenceUnavailableException("The evidence log is closed.");
            if (_waiting.Count >= capacity)
                throw new EvidenceQueueFullException(capacity);
            _waiting.Enqueue(pending);
            if (_waiting.Count == (_isSharing ? WorthIt : 1))
                Monitor.Pulse(_turn);
        }
    }

    /// <summary>Adds something else to be written; there is always room, because such steps are few.</summary>
    /// <exception cref="EvidenceUnavailableException">The queue is closed.</exception>
    internal void Add(PendingStep step)
    {
        lock (_turn)
        {
            if (_closed)
                throw new EvidenceUnavailableException("The evidence log is closed.");
            _steps.Enqueue(step);
            Monitor.Pulse(_turn);
        }
    }

    /// <summary>Waits until there is something, or as long as <paramref name="patience"/> lasts, and takes one step or
    /// at most so many answers. False once the queue is closed and empty.</summary>
    internal bool Take(List<PendingSeal> group, int most, TimeSpan patience, out PendingStep? step)
    {
        lock (_turn)
        {
            while (_waiting.Count == 0 && _steps.Count == 0 && !_closed)
            {
                if (!Monitor.Wait(_turn, patience))
                {
                    step = null;
                    return true;
                }
            }

            if (_steps.TryDequeue(out step))
                return true;
            Share();
            while (group.Count < most && _waiting.TryDequeue(out var pending))
                group.Add(pending);
            return group.Count > 0;
        }
    }

    private void Share()
    {
        var isBusy = ThreadPool.PendingWorkItemCount >= Busy;
        if (!isBusy || _waiting.Count >= WorthIt || shareTime == TimeSpan.Zero || _closed)
            return;
        _isSharing = true;
        Monitor.Wait(_turn, shareTime);
        _isSharing = false;
    }

    internal void Close()
    {
        lock (_turn)
        {
            _closed = true;
            Monitor.Pulse(_turn);
        }
    }
}
