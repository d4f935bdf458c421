using Gateway.Cli.Invocation;

namespace Gateway.Cli.Saving;

/// <summary>A new file with something personal in it: nobody else on this machine may read it.</summary>
internal static class PersonalFile
{
    /// <summary>The full path of a file that is to be written.</summary>
    /// <exception cref="UsageException">It is there already, or its folder is not.</exception>
    public static string PathOf(string name, string workingDirectory)
    {
        var path = Path.GetFullPath(name, workingDirectory);
        if (Path.Exists(path))
            throw new UsageException($"'{path}' is there already.");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new UsageException($"There is no folder for '{path}'.");
        return path;
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="IOException">It is there already, or cannot be written.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, stop);
    }
}
