namespace Gateway.Cli.QrCodes;

/// <summary>
/// Reads the QR codes of a picture (ISO/IEC 18004, all forty versions): a scan, a photograph or a screen, upright or
/// turned, from about two pixels a module. Stateless.
/// </summary>
internal static class QrReader
{
    private const int MostCorners = 40;
    private const int LargestAtOnce = 1500;
    private const int MostPixels = 16_000_000;

    /// <summary>
    /// The text of a code that is the kind looked for; else of the first that was read; null where there is none.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="isSought">Tells the kind.</param>
    public static string? Read(GrayImage image, Func<string, bool> isSought)
    {
        string? other = null;
        foreach (var text in TextsOf(image))
        {
            if (isSought(text))
                return text;
            other ??= text;
        }

        return other;
    }

    // The quickest way first. A large photograph is read at half its size too, where it has less grain.
    private static IEnumerable<string> TextsOf(GrayImage image)
    {
        while ((long)image.Width * image.Height > MostPixels)
            image = image.Half();
        while (true)
        {
            var side = Math.Min(image.Width, image.Height);
            foreach (var map in Maps(image, side))
            {
                foreach (var text in TextsOf(image, map))
                    yield return text;
            }

            if (side < LargestAtOnce)
                break;
            image = image.Half();
        }

        // Modules of two pixels have edges in between, which show at twice the size.
        if ((long)image.Width * image.Height * 4 <= MostPixels)
        {
            var larger = image.Twice();
            foreach (var text in TextsOf(larger, DarkMap.OfWhole(larger)))
                yield return text;
        }
    }

    private static IEnumerable<DarkMap> Maps(GrayImage image, int side)
    {
        yield return DarkMap.OfWhole(image);
        foreach (var share in new[] { 16, 40, 6 })
            yield return DarkMap.OfSurroundings(image, Math.Max(8, side / share));
    }

    private static IEnumerable<string> TextsOf(GrayImage image, DarkMap map) =>
        Corners.Among(FinderPattern.FindAll(map))
            .Take(MostCorners)
            .SelectMany(corners => CodeLocation.Of(image, corners))
            .Select(location => TextOf(image, location))
            .OfType<string>();

    private static string? TextOf(GrayImage image, CodeLocation location)
    {
        var modules = new CodeModules(location.Version, location.Sample(image));
        if (modules.Format() is not { } format)
            return null;
        var data = CodeBlocks.Data(location.Version, format.Level, modules.Codewords(format.Mask));
        return data is null ? null : CodeText.Read(data, location.Version.Number);
    }
}
