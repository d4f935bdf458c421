namespace Gateway.Benchmarks.Clearances;

/// <summary>Rounds of one kind, added up.</summary>
internal sealed class TellerTally
{
    private readonly List<TimeSpan> _latencies = [];
    private readonly List<double> _rates = [];
    private TimeSpan _processor;

    /// <summary>Calls a second, median of the rounds.</summary>
    public double PerSecond => _rates.Order().ElementAt(_rates.Count / 2);

    /// <summary>Calls a second of the slowest round.</summary>
    public double SlowestPerSecond => _rates.Min();

    /// <summary>Processor time of the server for a call.</summary>
    public TimeSpan ProcessorPerCall => _processor / Math.Max(1, _latencies.Count);

    /// <summary>Adds a round.</summary>
    public void Add(TellerRound round, TimeSpan processor)
    {
        _latencies.AddRange(round.Answers.Select(answer => answer.Latency));
        _rates.Add(round.Answers.Count / round.Length.TotalSeconds);
        _processor += processor;
    }

    /// <summary>The milliseconds that <paramref name="share"/> of the calls stay below.</summary>
    public double Milliseconds(double share)
    {
        var sorted = _latencies.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))].TotalMilliseconds;
    }
}
