namespace Gateway.Cli.QrCodes;

/// <summary>
/// Looks for finder patterns along the lines of a picture: through the middle of one, dark and light take turns as
/// 1:1:3:1:1, in each direction.
/// </summary>
internal static class FinderScan
{
    private const int Runs = 5;
    private const int Modules = 7;

    /// <summary>The patterns whose middle a row of pixels runs through.</summary>
    public static IEnumerable<FinderPattern> Row(DarkMap map, int y)
    {
        var ends = new List<int>();
        for (var x = 1; x <= map.Width; x++)
        {
            if (map[x, y] != map[x - 1, y] || x == map.Width)
                ends.Add(x);
        }

        // A run ends where the next begins; the first one begins at zero.
        for (var i = Runs - 1; i < ends.Count; i++)
        {
            var start = i == Runs - 1 ? 0 : ends[i - Runs];
            if (!map[start, y])
                continue;

            var middleRun = ends[i - 2] - ends[i - 3];
            var isPattern = IsPattern(
            [
                ends[i - 4] - start, ends[i - 3] - ends[i - 4], middleRun,
                ends[i - 1] - ends[i - 2], ends[i] - ends[i - 1],
            ]);
            if (!isPattern)
                continue;

            var middle = ends[i - 2] - (middleRun / 2.0);
            if (Confirm(map, middle, y, middleRun) is { } pattern)
                yield return pattern;
        }
    }

    // Through the middle that a row tells goes a column; through the middle that it tells, a row again.
    private static FinderPattern? Confirm(DarkMap map, double x, int y, int middleRun)
    {
        if (Through(map, (int)x, y, 0, 1, middleRun) is not { } column)
            return null;
        if (Through(map, (int)x, (int)column.Middle, 1, 0, middleRun) is not { } row)
            return null;
        if (column.Width > row.Width * 1.6 || row.Width > column.Width * 1.6)
            return null;
        return new FinderPattern(
            new Point(row.Middle, column.Middle), (column.Width + row.Width) / (2.0 * Modules), 1);
    }

    // The five runs around a pixel in the direction (dx, dy), and the coordinate of their middle.
    private static (double Middle, double Width)? Through(DarkMap map, int x, int y, int dx, int dy, int middleRun)
    {
        if (!map[x, y])
            return null;

        var limit = middleRun * 4;
        Span<int> before = stackalloc int[3];
        Span<int> after = stackalloc int[3];
        if (!Count(map, x - dx, y - dy, -dx, -dy, limit, before) || !Count(map, x, y, dx, dy, limit, after))
            return null;

        var middle = before[0] + after[0];
        if (!IsPattern([before[2], before[1], middle, after[1], after[2]]))
            return null;
        var at = dx == 0 ? y : x;
        return (at + ((after[0] - before[0]) / 2.0), before[1] + before[2] + middle + after[1] + after[2]);
    }

    // Lengths of the run that a pixel stands in, of the light one after it, and of the dark one after that.
    private static bool Count(DarkMap map, int x, int y, int dx, int dy, int limit, Span<int> lengths)
    {
        for (var run = 0; run < lengths.Length; run++)
        {
            var isDark = run != 1;
            while (map[x, y] == isDark && lengths[run] <= limit && IsInside(map, x, y))
            {
                lengths[run]++;
                x += dx;
                y += dy;
            }

            // The middle may end at once: the pixel then is its last one.
            if (lengths[run] > limit || (run > 0 && lengths[run] == 0))
                return false;
        }

        return true;
    }

    private static bool IsInside(DarkMap map, int x, int y) => x >= 0 && y >= 0 && x < map.Width && y < map.Height;

    private static bool IsPattern(ReadOnlySpan<int> runs)
    {
        var width = 0;
        foreach (var run in runs)
            width += run;
        if (width < Modules)
            return false;

        // Half a module, and a pixel where modules have few.
        var module = (double)width / Modules;
        var slack = Math.Max(module * 0.5, 1);
        return Math.Abs(runs[0] - module) <= slack
            && Math.Abs(runs[1] - module) <= slack
            && Math.Abs(runs[2] - (3 * module)) <= 2 * slack
            && Math.Abs(runs[3] - module) <= slack
            && Math.Abs(runs[4] - module) <= slack;
    }
}
