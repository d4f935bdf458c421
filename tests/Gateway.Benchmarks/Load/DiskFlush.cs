using System.Diagnostics;

namespace Gateway.Benchmarks.Load;

/// <summary>What one flush of the disk takes: pages appended to a file and made durable, as a commit does.</summary>
internal sealed class DiskFlush : IDisposable
{
    // A statement with its batch, signature and audit line.
    private const int Bytes = 16 * 1024;

    private readonly FileStream _file;
    private readonly byte[] _pages = new byte[Bytes];
    private readonly List<TimeSpan> _times = [];

    public DiskFlush(string directory)
    {
        _file = new FileStream(Path.Combine(directory, "flush.tmp"), FileMode.Create, FileAccess.Write);
        Random.Shared.NextBytes(_pages);
    }

    /// <summary>The median so far.</summary>
    public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    /// <summary>Flushes for <paramref name="length"/>, one after the other.</summary>
    public void Run(TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < length)
        {
            var begin = Stopwatch.GetTimestamp();
            _file.Write(_pages);
            _file.Flush(flushToDisk: true);
            _times.Add(Stopwatch.GetElapsedTime(begin));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
