namespace Gateway.Cli.QrCodes;

/// <summary>One of the three corner squares of a code (ISO/IEC 18004, 6.3.3).</summary>
/// <param name="Centre">Its centre.</param>
/// <param name="ModuleSize">A seventh of its width, pixels.</param>
/// <param name="Hits">How many lines of the picture it was seen on.</param>
internal sealed record FinderPattern(Point Centre, double ModuleSize, int Hits)
{
    private const int MaxPatterns = 12;
    private const int MinHits = 2;

    /// <summary>The patterns of a picture, those that were seen on most lines first.</summary>
    public static IReadOnlyList<FinderPattern> FindAll(DarkMap map)
    {
        var found = new List<FinderPattern>();
        for (var y = 0; y < map.Height; y++)
        {
            foreach (var pattern in FinderScan.Row(map, y))
                Add(found, pattern);
        }

        return [.. found.Where(p => p.Hits >= MinHits).OrderByDescending(p => p.Hits).Take(MaxPatterns)];
    }

    // What lies where another one was seen is the same.
    private static void Add(List<FinderPattern> found, FinderPattern pattern)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var other = found[i];
            if (other.Centre.To(pattern.Centre) > other.ModuleSize * 2
                || Math.Abs(other.ModuleSize - pattern.ModuleSize) > other.ModuleSize * 0.5)
            {
                continue;
            }

            var hits = other.Hits + 1;
            found[i] = new FinderPattern(
                ((other.Centre * other.Hits) + pattern.Centre) * (1.0 / hits),
                ((other.ModuleSize * other.Hits) + pattern.ModuleSize) / hits,
                hits);
            return;
        }

        found.Add(pattern);
    }
}
