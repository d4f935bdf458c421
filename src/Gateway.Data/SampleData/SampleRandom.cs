namespace Gateway.Data;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014). The same on every
/// platform and version, unlike the framework's own. Not for secrets.
/// </summary>
internal struct SampleRandom
{
    private ulong _state;

    /// <summary>A stream of its own for each pair.</summary>
    public SampleRandom(long seed, long stream)
    {
        unchecked
        {
            _state = (ulong)seed * 0xD1342543DE82EF95;
            _state = Next() ^ ((ulong)stream * 0x9E3779B97F4A7C15);
        }
    }

    /// <summary>A number from 0 to below the limit.</summary>
    public int Below(int limit) => (int)(((Next() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number within both bounds.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in this many of 100 cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of these.</summary>
    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Index into weights, each as likely as it is heavy.</summary>
    public int Weighted(ReadOnlySpan<byte> weights)
    {
        var total = 0;
        foreach (var weight in weights)
            total += weight;
        var left = Below(total);
        var index = 0;
        while (left >= weights[index])
            left -= weights[index++];
        return index;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
