using System.Diagnostics;

namespace Gateway.Benchmarks.Clearances;

/// <summary>Slices of one kind of work, each thread with its own.</summary>
/// <param name="works">What each thread does, told how often it did so before.</param>
/// <param name="perSlice">How often in a slice.</param>
internal sealed class CheckSlices(IReadOnlyList<Action<int>> works, int perSlice)
{
    private readonly List<double> _microseconds = [];
    private long _bytes;
    private long _count;

    /// <summary>Median over the slices of the mean time of one, on a thread.</summary>
    public double Microseconds => _microseconds.Order().ElementAt(_microseconds.Count / 2);

    /// <summary>All threads together, of the median slice.</summary>
    public double PerSecond => works.Count * 1_000_000 / Microseconds;

    /// <summary>Bytes allocated by one.</summary>
    public double Bytes => (double)_bytes / _count;

    /// <summary>Runs until the runtime has compiled it for good.</summary>
    public void WarmUp()
    {
        Run();
        Run();
        _microseconds.Clear();
        (_bytes, _count) = (0, 0);
    }

    /// <summary>Runs a slice.</summary>
    public void Run()
    {
        using var ready = new Barrier(works.Count + 1);
        var threads = works.Select(work => new Thread(() => Run(work, ready))).ToList();
        threads.ForEach(thread => thread.Start());
        ready.SignalAndWait();
        var start = Stopwatch.GetTimestamp();
        threads.ForEach(thread => thread.Join());
        _microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / perSlice);
    }

    private void Run(Action<int> work, Barrier ready)
    {
        ready.SignalAndWait();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < perSlice; n++)
            work(n);
        Interlocked.Add(ref _bytes, GC.GetAllocatedBytesForCurrentThread() - before);
        Interlocked.Add(ref _count, perSlice);
    }
}
