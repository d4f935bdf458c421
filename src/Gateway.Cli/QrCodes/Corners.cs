namespace Gateway.Cli.QrCodes;

/// <summary>Three finder patterns as they stand in a code.</summary>
/// <param name="Corner">The one that has the others beside it.</param>
/// <param name="Right">The upper right one.</param>
/// <param name="Down">The lower left one.</param>
internal sealed record Corners(FinderPattern Corner, FinderPattern Right, FinderPattern Down)
{
    // From the centre of a finder pattern to the centre of the next there are this many modules fewer than on a side.
    private const int Modules = 7;
    private const double Tolerance = 0.3;

    private double SideInModules =>
        (Corner.Centre.To(Right.Centre) + Corner.Centre.To(Down.Centre))
        / 2 / ((Corner.ModuleSize + Right.ModuleSize + Down.ModuleSize) / 3);

    /// <summary>The threes among some patterns that may be the corners of one code, the likeliest first.</summary>
    public static IEnumerable<Corners> Among(IReadOnlyList<FinderPattern> patterns)
    {
        var found = new List<(Corners Corners, double Fault)>();
        for (var i = 0; i < patterns.Count; i++)
        {
            for (var j = i + 1; j < patterns.Count; j++)
            {
                for (var k = j + 1; k < patterns.Count; k++)
                {
                    var corners = Of(patterns[i], patterns[j], patterns[k]);
                    if (corners.Fault() is { } fault)
                        found.Add((corners, fault));
                }
            }
        }

        return found.OrderBy(candidate => candidate.Fault).Select(candidate => candidate.Corners);
    }

    /// <summary>Whether the distances fit a version, as far as the size of three small squares tells.</summary>
    public bool MayBe(CodeVersion version)
    {
        var side = version.Size - Modules;
        return Math.Abs(SideInModules - side) < Math.Max(side * Tolerance, 4);
    }

    /// <summary>
    /// Where the modules of a version may lie: on paper that lies flat, and on paper that is tilted as far as the sizes
    /// of the three squares tell.
    /// </summary>
    public IEnumerable<Projection> ProjectionsOf(CodeVersion version)
    {
        // An area in perspective shrinks with the third power of its distance, so a length with its power of 1.5.
        const double power = 1 / 1.5;
        var right = Math.Pow(Corner.ModuleSize / Right.ModuleSize, power);
        var down = Math.Pow(Corner.ModuleSize / Down.ModuleSize, power);
        var side = version.Size - Modules;
        yield return Projection.Of(side, Corner.Centre, (Right.Centre, 1), (Down.Centre, 1));
        yield return Projection.Of(side, Corner.Centre, (Right.Centre, right), (Down.Centre, down));
    }

    // The longest side lies across the corner; the other two stand clockwise around it.
    private static Corners Of(FinderPattern a, FinderPattern b, FinderPattern c)
    {
        var (ab, bc, ca) = (a.Centre.To(b.Centre), b.Centre.To(c.Centre), c.Centre.To(a.Centre));
        var (corner, one, other) = ab >= bc && ab >= ca ? (c, a, b) : bc >= ca ? (a, b, c) : (b, c, a);
        return Point.Cross(one.Centre - corner.Centre, other.Centre - corner.Centre) >= 0
            ? new Corners(corner, one, other)
            : new Corners(corner, other, one);
    }

    // How far from a right angle with two equal sides and squares of one size; null where it is too far.
    private double? Fault()
    {
        const double most = 1.2;
        const double least = 12;
        var (right, down) = (Corner.Centre.To(Right.Centre), Corner.Centre.To(Down.Centre));
        double[] sizes = [Corner.ModuleSize, Right.ModuleSize, Down.ModuleSize];
        if (sizes.Max() > sizes.Min() * 1.7 || SideInModules < least)
            return null;

        var across = Right.Centre.To(Down.Centre);
        var fault = Math.Abs(Math.Log(right / down))
            + Math.Abs(Math.Log(across / Math.Sqrt((right * right) + (down * down))))
            + Math.Log(sizes.Max() / sizes.Min());
        return fault < most ? fault : null;
    }
}
