namespace Gateway.Cli.QrCodes;

/// <summary>A code in a picture: its version, and where its modules lie.</summary>
internal sealed record CodeLocation(CodeVersion Version, Projection Projection)
{
    private const double LeastTiming = 0.75;
    private const int Tries = 4;

    /// <summary>
    /// The locations that three finder patterns may be the corners of, the likeliest first. How many modules lie
    /// between them is told by the timing patterns.
    /// </summary>
    public static IEnumerable<CodeLocation> Of(GrayImage image, Corners corners)
    {
        var candidates = Enumerable.Range(1, CodeVersion.Largest)
            .Select(number => new CodeVersion(number))
            .Where(corners.MayBe)
            .SelectMany(version => corners.ProjectionsOf(version).Select(projection => (version, projection)))
            .Select(candidate => (candidate, Score: TimingScore(image, candidate.version, candidate.projection)))
            .Where(scored => scored.Score >= LeastTiming)
            .OrderByDescending(scored => scored.Score)
            .Take(Tries);
        foreach (var ((version, projection), _) in candidates)
            yield return new CodeLocation(version, Alignment.Refine(image, version, projection));
    }

    /// <summary>The shades of the modules, row by row.</summary>
    public double[,] Sample(GrayImage image)
    {
        const double spread = 0.2;
        var shades = new double[Version.Size, Version.Size];
        for (var y = 0; y < Version.Size; y++)
        {
            for (var x = 0; x < Version.Size; x++)
            {
                var centre = new Point(x + 0.5, y + 0.5);
                shades[y, x] = (image.At(Projection[centre])
                    + image.At(Projection[centre + new Point(spread, 0)])
                    + image.At(Projection[centre - new Point(spread, 0)])
                    + image.At(Projection[centre + new Point(0, spread)])
                    + image.At(Projection[centre - new Point(0, spread)])) / 5;
            }
        }

        return shades;
    }

    // How many of the steps along both timing patterns go from dark to light or back as they have to.
    private static double TimingScore(GrayImage image, CodeVersion version, Projection projection)
    {
        const int timing = 6;
        const int first = 8;
        var (right, all) = (0, 0);
        for (var at = first; at < version.Size - first - 1; at++)
        {
            var isDark = at % 2 == 0;
            foreach (var isRow in new[] { true, false })
            {
                var here = Shade(at, isRow);
                var next = Shade(at + 1, isRow);
                all++;
                if (here < next == isDark && Math.Abs(here - next) > 8)
                    right++;
            }
        }

        return (double)right / all;

        double Shade(int at, bool isRow) => image.At(
            projection[isRow ? new Point(at + 0.5, timing + 0.5) : new Point(timing + 0.5, at + 0.5)]);
    }
}
