namespace Gateway.Server.Pki;

/// <summary>
/// Tells early that something happened in folders, where the system says so: it does not on every network mount, and it
/// may forget. So nobody relies on it. Thread-safe.
/// </summary>
internal sealed class FolderSignal : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private TaskCompletionSource _signal = Unsignalled();

    /// <summary>Watches folders.</summary>
    public FolderSignal(IEnumerable<string> folders)
    {
        foreach (var folder in folders.Distinct(StringComparer.Ordinal).Where(Directory.Exists))
            TryWatch(folder);
    }

    /// <summary>Waits until something happened since the last time, or so long.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        await _signal.Task.WaitAsync(longest, time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_signal.Task.IsCompleted)
            Interlocked.Exchange(ref _signal, Unsignalled());
    }

    /// <inheritdoc />
    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private static TaskCompletionSource Unsignalled() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void TryWatch(string folder)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(folder);
            watcher.Changed += (_, _) => Signal();
            watcher.Created += (_, _) => Signal();
            watcher.Deleted += (_, _) => Signal();
            watcher.Renamed += (_, _) => Signal();
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has no watch left, or none there.
            watcher?.Dispose();
        }
    }

    private void Signal() => Volatile.Read(ref _signal).TrySetResult();
}
