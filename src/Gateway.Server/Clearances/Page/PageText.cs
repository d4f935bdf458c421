using System.Collections.Concurrent;

namespace Gateway.Server.Clearances.Page;

/// <summary>The words that are the same on each page, shaped once. Thread-safe.</summary>
internal static class PageText
{
    private static readonly ConcurrentDictionary<(string, PageFont, float, bool), TextLine> Lines = new();
    private static readonly ConcurrentDictionary<(string, PageFont, float, float, bool), IReadOnlyList<TextLine>>
        Paragraphs = new();

    /// <summary>Arabic words.</summary>
    public static TextLine Arabic(string words, PageFont font, float size) => Line(words, font, size, isArabic: true);

    /// <summary>English words.</summary>
    public static TextLine English(string words, PageFont font, float size) => Line(words, font, size, isArabic: false);

    /// <summary>Words on lines that are not too wide.</summary>
    public static IReadOnlyList<TextLine> Paragraph(
        string words, PageFont font, float size, float maxWidth, bool isArabic) =>
        Paragraphs.GetOrAdd(
            (words, font, size, maxWidth, isArabic),
            key => TextLine.Wrap(key.Item1, key.Item2, key.Item3, key.Item4, key.Item5));

    private static TextLine Line(string words, PageFont font, float size, bool isArabic) => Lines.GetOrAdd(
        (words, font, size, isArabic), key => TextLine.Shape(key.Item1, key.Item2, key.Item3, key.Item4));
}
