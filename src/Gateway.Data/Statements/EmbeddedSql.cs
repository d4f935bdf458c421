namespace Gateway.Data;

/// <summary>Reads the <c>.sql</c> files that are built into this assembly.</summary>
internal static class EmbeddedSql
{
    private const string Extension = ".sql";

    /// <summary>Texts of the files right in a folder, by name without extension, line ends as LF.</summary>
    /// <param name="folder">Folder below the project, with dots, such as <c>Sql.Common</c>.</param>
    public static IReadOnlyDictionary<string, string> Read(string folder)
    {
        var assembly = typeof(EmbeddedSql).Assembly;
        var prefix = $"Gateway.Data.{folder}.";
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal)
                && resource.EndsWith(Extension, StringComparison.Ordinal))
            .ToDictionary(resource => resource[prefix.Length..^Extension.Length], resource => ReadText(resource));
    }

    private static string ReadText(string resource)
    {
        using var stream = typeof(EmbeddedSql).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
