namespace Gateway.Cli.QrCodes;

/// <summary>Finds the alignment patterns of a code, and by them where its modules lie exactly.</summary>
internal static class Alignment
{
    private const int Radius = 2;
    private const double LeastContrast = 20;

    /// <summary>A better projection than the one that three corners tell.</summary>
    public static Projection Refine(GrayImage image, CodeVersion version, Projection projection)
    {
        if (version.AlignmentCentres.Count == 0)
            return projection;

        var corners = FinderCentres(version).Select(at => (at, projection[at])).ToList();
        var last = version.AlignmentCentres[^1];
        if (Find(image, projection, last, last, reach: 5) is { } fourth)
            projection = Projection.Fit([.. corners, fourth]) ?? projection;

        var points = corners.ToList();
        foreach (var (x, y) in version.AlignmentPatterns())
        {
            if (Find(image, projection, x, y, reach: 1) is { } point)
                points.Add(point);
        }

        return points.Count > corners.Count ? Projection.Fit(points) ?? projection : projection;
    }

    private static Point[] FinderCentres(CodeVersion version)
    {
        const double near = 3.5;
        var far = version.Size - near;
        return [new Point(near, near), new Point(far, near), new Point(near, far)];
    }

    // The place within reach, in modules, at which the picture is most like the pattern: by half a module, then finer.
    private static (Point Module, Point Picture)? Find(
        GrayImage image, Projection projection, int x, int y, double reach)
    {
        var centre = new Point(x + 0.5, y + 0.5);
        var (best, contrast) = Best(image, projection, centre, centre, reach, step: 0.5);
        (best, contrast) = Best(image, projection, best, best, reach: 0.4, step: 0.1);
        return contrast >= LeastContrast ? (centre, projection[best]) : null;
    }

    private static (Point Place, double Contrast) Best(
        GrayImage image, Projection projection, Point around, Point best, double reach, double step)
    {
        var most = Contrast(image, projection, around);
        for (var dy = -reach; dy <= reach; dy += step)
        {
            for (var dx = -reach; dx <= reach; dx += step)
            {
                var place = around + new Point(dx, dy);
                var contrast = Contrast(image, projection, place);
                if (contrast > most)
                    (best, most) = (place, contrast);
            }
        }

        return (best, most);
    }

    // How much lighter the light ring is than the darker of the dark ring and the dark middle is.
    private static double Contrast(GrayImage image, Projection projection, Point centre)
    {
        var (ring, light) = (0.0, 0.0);
        for (var dy = -Radius; dy <= Radius; dy++)
        {
            for (var dx = -Radius; dx <= Radius; dx++)
            {
                var shade = image.At(projection[centre + new Point(dx, dy)]);
                if (Math.Max(Math.Abs(dx), Math.Abs(dy)) == Radius)
                    ring += shade;
                else if (dx != 0 || dy != 0)
                    light += shade;
            }
        }

        const int ringModules = 16;
        const int lightModules = 8;
        var middle = image.At(projection[centre]);
        return (light / lightModules) - Math.Max(ring / ringModules, middle);
    }
}
