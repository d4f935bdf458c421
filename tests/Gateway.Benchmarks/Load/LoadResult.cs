namespace Gateway.Benchmarks.Load;

/// <summary>One slice: the latency of each call, and how long it took in all.</summary>
internal sealed record LoadSlice(IReadOnlyList<TimeSpan> Latencies, TimeSpan Length);

/// <summary>The slices of one kind, added up.</summary>
internal sealed class LoadResult
{
    private readonly List<TimeSpan> _latencies = [];
    private TimeSpan _length;
    private TimeSpan _processor;

    /// <summary>Calls a second.</summary>
    public double CallsPerSecond => _latencies.Count / _length.TotalSeconds;

    /// <summary>Processor time of the server per call.</summary>
    public TimeSpan ProcessorPerCall => _processor / Math.Max(1, _latencies.Count);

    /// <summary>Largest working set of the server after a slice, in bytes.</summary>
    public long WorkingSetBytes { get; private set; }

    /// <summary>Adds a slice.</summary>
    public void Add(LoadSlice slice, TimeSpan processor, long workingSetBytes)
    {
        _latencies.AddRange(slice.Latencies);
        _length += slice.Length;
        _processor += processor;
        WorkingSetBytes = Math.Max(WorkingSetBytes, workingSetBytes);
    }

    /// <summary>The latency that <paramref name="share"/> of the calls stay below.</summary>
    public TimeSpan Percentile(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }
}
