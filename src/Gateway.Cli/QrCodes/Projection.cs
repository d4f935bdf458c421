namespace Gateway.Cli.QrCodes;

/// <summary>Where the modules of a code lie in a picture: a projection of one plane onto another.</summary>
internal sealed class Projection
{
    private const int Unknowns = 8;

    private readonly double[] _h;

    private Projection(double[] h) => _h = h;

    /// <summary>The point of the picture at which a point of the code lies.</summary>
    public Point this[Point module]
    {
        get
        {
            var (x, y) = module;
            var w = (_h[6] * x) + (_h[7] * y) + 1;
            return new Point(
                ((_h[0] * x) + (_h[1] * y) + _h[2]) / w, ((_h[3] * x) + (_h[4] * y) + _h[5]) / w);
        }
    }

    /// <summary>The projection by three corners, each with how far away it is.</summary>
    /// <param name="side">Modules between the corners; the first is at 3.5.</param>
    /// <param name="corner">The one that has the others beside it; how far away these are is in terms of it.</param>
    /// <param name="right">The upper right one.</param>
    /// <param name="down">The lower left one.</param>
    public static Projection Of(
        double side, Point corner, (Point At, double Distance) right, (Point At, double Distance) down)
    {
        const double centre = 3.5;
        var (xRight, xDown) = (right.At * right.Distance, down.At * down.Distance);
        var (x, y) = ((xRight - corner) * (1 / side), (xDown - corner) * (1 / side));
        var (wx, wy) = ((right.Distance - 1) / side, (down.Distance - 1) / side);
        var origin = corner - ((x + y) * centre);
        var w = 1 - ((wx + wy) * centre);
        return new Projection([x.X / w, y.X / w, origin.X / w, x.Y / w, y.Y / w, origin.Y / w, wx / w, wy / w]);
    }

    /// <summary>The projection that fits four or more points best; null where they do not tell one.</summary>
    public static Projection? Fit(IReadOnlyList<(Point Module, Point Picture)> points)
    {
        // Both planes are brought near to one, for figures of one size.
        var scale = 1 / points.Max(p => Math.Max(1, Math.Max(p.Picture.X, p.Picture.Y)));
        var size = 1 / points.Max(p => Math.Max(1, Math.Max(p.Module.X, p.Module.Y)));
        var normal = new double[Unknowns, Unknowns + 1];
        foreach (var (module, picture) in points)
        {
            var (x, y, u, v) = (module.X * size, module.Y * size, picture.X * scale, picture.Y * scale);
            Add(normal, [x, y, 1, 0, 0, 0, -x * u, -y * u], u);
            Add(normal, [0, 0, 0, x, y, 1, -x * v, -y * v], v);
        }

        if (Solve(normal) is not { } h)
            return null;
        return new Projection(
        [
            h[0] * size / scale, h[1] * size / scale, h[2] / scale,
            h[3] * size / scale, h[4] * size / scale, h[5] / scale,
            h[6] * size, h[7] * size,
        ]);
    }

    private static void Add(double[,] normal, ReadOnlySpan<double> row, double value)
    {
        for (var i = 0; i < Unknowns; i++)
        {
            for (var j = 0; j < Unknowns; j++)
                normal[i, j] += row[i] * row[j];
            normal[i, Unknowns] += row[i] * value;
        }
    }

    // Gauss's elimination with the largest pivot first.
    private static double[]? Solve(double[,] m)
    {
        const double tiny = 1e-13;
        for (var column = 0; column < Unknowns; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < Unknowns; row++)
            {
                if (Math.Abs(m[row, column]) > Math.Abs(m[pivot, column]))
                    pivot = row;
            }

            if (Math.Abs(m[pivot, column]) < tiny)
                return null;
            for (var i = 0; i <= Unknowns; i++)
                (m[column, i], m[pivot, i]) = (m[pivot, i], m[column, i]);
            for (var row = 0; row < Unknowns; row++)
            {
                if (row == column)
                    continue;
                var factor = m[row, column] / m[column, column];
                for (var i = column; i <= Unknowns; i++)
                    m[row, i] -= factor * m[column, i];
            }
        }

        return [.. Enumerable.Range(0, Unknowns).Select(i => m[i, Unknowns] / m[i, i])];
    }
}
