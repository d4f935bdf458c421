namespace Gateway.Cli.QrCodes;

/// <summary>How codes of a version are laid out (ISO/IEC 18004, 6.1 to 6.5, annexes D and E).</summary>
internal sealed class CodeVersion
{
    /// <summary>The largest version.</summary>
    public const int Largest = 40;

    private const int SmallestSize = 21;
    private const int SizeStep = 4;
    private const int FirstWithVersionInformation = 7;

    // Table 9: error correction codewords of a block, and blocks; of the levels L, M, Q, H, versions 1 to 40.
    private static readonly byte[][] CorrectionPerBlock =
    [
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
            28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
            26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
            28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
            30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    ];

    private static readonly byte[][] Blocks =
    [
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
            8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
            17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
        [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
            23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68],
        [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
            25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81],
    ];

    public CodeVersion(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, Largest);
        Number = number;
        Size = SmallestSize + (SizeStep * (number - 1));
        AlignmentCentres = CentresOf(number, Size);
    }

    /// <summary>1 to 40.</summary>
    public int Number { get; }

    /// <summary>Modules along a side.</summary>
    public int Size { get; }

    /// <summary>Rows and columns of the centres of alignment patterns; none stands where a finder pattern is.</summary>
    public IReadOnlyList<int> AlignmentCentres { get; }

    /// <summary>The centres of the alignment patterns, as modules.</summary>
    public IEnumerable<(int X, int Y)> AlignmentPatterns() =>
        from y in AlignmentCentres
        from x in AlignmentCentres
        where !IsFinder(x, y)
        select (x, y);

    /// <summary>How the codewords of an error correction level fall into blocks.</summary>
    /// <param name="level">0 to 3: L, M, Q, H.</param>
    public (int Count, int CorrectionPerBlock) BlocksOf(int level) =>
        (Blocks[level][Number - 1], CorrectionPerBlock[level][Number - 1]);

    /// <summary>Whether a module belongs to a pattern, and not to the codewords.</summary>
    public bool IsFunction(int x, int y)
    {
        const int finder = 8;
        const int timing = 6;
        const int versionWidth = 3;
        var far = Size - finder;
        if (x == timing || y == timing || (x <= finder && y <= finder))
            return true;
        if ((x >= far && y <= finder) || (x <= finder && y >= far))
            return true;
        if (Number >= FirstWithVersionInformation
            && ((y < timing && x >= far - versionWidth) || (x < timing && y >= far - versionWidth)))
        {
            return true;
        }

        return IsNearCentre(x) is { } column && IsNearCentre(y) is { } row && !IsFinder(column, row);
    }

    private int? IsNearCentre(int at)
    {
        foreach (var centre in AlignmentCentres)
        {
            if (Math.Abs(at - centre) <= 2)
                return centre;
        }

        return null;
    }

    private bool IsFinder(int x, int y)
    {
        var (near, far) = (AlignmentCentres[0], AlignmentCentres[^1]);
        return (x == near && y == near) || (x == near && y == far) || (x == far && y == near);
    }

    // Annex E: as evenly apart as even steps allow, from the far side, and the rest before the second.
    private static List<int> CentresOf(int number, int size)
    {
        const int first = 6;
        if (number == 1)
            return [];

        var count = (number / 7) + 2;
        var step = number == 32 ? 26 : ((number * 4) + (count * 2) + 1) / ((count * 2) - 2) * 2;
        var centres = new List<int> { first };
        for (var i = count - 2; i >= 0; i--)
            centres.Add(size - 7 - (i * step));
        return centres;
    }
}
