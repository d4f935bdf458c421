namespace Gateway.Testing.Tools;

/// <summary>Outside programs that tests use.</summary>
internal static class Tool
{
    /// <summary>Where a program is, by its name or whole path; null where it is not installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
