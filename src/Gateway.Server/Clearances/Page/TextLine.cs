namespace Gateway.Server.Clearances.Page;

/// <summary>A line of text, its runs from left to right. Immutable.</summary>
/// <param name="Runs">Its runs.</param>
internal sealed record TextLine(IReadOnlyList<ShapedRun> Runs)
{
    /// <summary>In points.</summary>
    public float Width => Runs.Sum(run => run.Width);

    /// <summary>
    /// Shapes a line. Numbers, codes and Latin words within Arabic are runs of their own from left to right: shaped
    /// together their digits would be turned round.
    /// </summary>
    /// <param name="text">The line, in the order in which it is read.</param>
    /// <param name="font">Typeface.</param>
    /// <param name="size">In points.</param>
    /// <param name="isArabic">Whether the line as a whole runs from right to left.</param>
    public static TextLine Shape(string text, PageFont font, float size, bool isArabic)
    {
        var runs = Split(text, isArabic).Select(part => font.Shape(part.Text, part.IsRightToLeft, size)).ToList();
        if (isArabic)
            runs.Reverse();
        return new TextLine(runs);
    }

    /// <summary>
    /// Shapes a line in the largest size, up to one and down to another, in which it is not too wide.
    /// </summary>
    public static TextLine Fit(string text, PageFont font, float size, float minSize, float maxWidth, bool isArabic)
    {
        var line = Shape(text, font, size, isArabic);
        return line.Width <= maxWidth
            ? line
            : Shape(text, font, Math.Max(minSize, size * maxWidth / line.Width), isArabic);
    }

    /// <summary>Breaks text into lines that are not too wide, at its spaces.</summary>
    public static IReadOnlyList<TextLine> Wrap(string text, PageFont font, float size, float maxWidth, bool isArabic)
    {
        var lines = new List<TextLine>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Shape(longer, font, size, isArabic).Width > maxWidth)
            {
                lines.Add(Shape(line, font, size, isArabic));
                longer = word;
            }
            line = longer;
        }
        lines.Add(Fit(line, font, size, size / 3, maxWidth, isArabic));
        return lines;
    }

    private static List<(string Text, bool IsRightToLeft)> Split(string text, bool isArabic)
    {
        if (!isArabic)
            return [(text, false)];

        var parts = new List<(string, bool)>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            var isLatin = IsLatin(text[start]);
            while (end < text.Length && (isLatin ? GoesOn(text, end) : !IsLatin(text[end])))
                end++;
            parts.Add((text[start..end], !isLatin));
            start = end;
        }
        return parts;
    }

    // A space or mark within a number or Latin phrase belongs to it where another such character follows.
    private static bool GoesOn(string text, int at)
    {
        if (IsLatin(text[at]))
            return true;
        if (!" :/.,-".Contains(text[at], StringComparison.Ordinal))
            return false;
        return at + 1 < text.Length && IsLatin(text[at + 1]);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c == '*';
}
