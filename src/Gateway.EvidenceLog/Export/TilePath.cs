using System.Globalization;

namespace Gateway.EvidenceLog;

/// <summary>Where a folder in C2SP tlog-tiles layout has a tile.</summary>
internal static class TilePath
{
    /// <summary>Hashes, or entries, in a full tile.</summary>
    internal const int Width = 256;

    /// <summary>The path of a tile of hashes, e.g. <c>tile/0/x001/x234/067</c>, or <c>tile/0/000.p/17</c>.</summary>
    internal static string OfHashes(int level, long number, int width) =>
        Of(level.ToString(CultureInfo.InvariantCulture), number, width);

    /// <summary>The path of a bundle of entries, e.g. <c>tile/entries/000.p/17</c>.</summary>
    internal static string OfEntries(long number, int width) => Of("entries", number, width);

    /// <summary>The folder of a tile's partial ones.</summary>
    internal static string PartialsOf(string fullPath) => fullPath + ".p";

    private static string Of(string kind, long number, int width)
    {
        var path = (number % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (var rest = number / 1000; rest > 0; rest /= 1000)
            path = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:D3}/{path}");
        path = $"tile/{kind}/{path}";
        return width == Width
            ? path
            : string.Create(CultureInfo.InvariantCulture, $"{PartialsOf(path)}/{width}");
    }
}
