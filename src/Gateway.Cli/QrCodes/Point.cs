namespace Gateway.Cli.QrCodes;

/// <summary>A point of a picture in pixels, or of a code in modules; x to the right, y downwards.</summary>
internal readonly record struct Point(double X, double Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>The distance to another point.</summary>
    public double To(Point other) => Math.Sqrt(Math.Pow(X - other.X, 2) + Math.Pow(Y - other.Y, 2));

    /// <summary>The third component of the cross product: positive where b lies clockwise from a.</summary>
    public static double Cross(Point a, Point b) => (a.X * b.Y) - (a.Y * b.X);
}
