namespace Gateway.EvidenceLog;

/// <summary>A folder that files are put in whole and durable: written beside, flushed, then given their name.</summary>
internal sealed class TileFolder(string directory)
{
    private const string Beside = ".new";

    /// <summary>Puts a file there, unless the same is there.</summary>
    internal void Put(string path, ReadOnlySpan<byte> content)
    {
        var full = PathOf(path);
        if (Has(full, content))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using (var file = new FileStream(full + Beside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(full + Beside, full, overwrite: true);
    }

    /// <summary>A file's content; null if there is none.</summary>
    internal byte[]? Get(string path) => File.Exists(PathOf(path)) ? File.ReadAllBytes(PathOf(path)) : null;

    /// <summary>Deletes a folder with all in it, if it is there.</summary>
    internal void Delete(string path)
    {
        if (Directory.Exists(PathOf(path)))
            Directory.Delete(PathOf(path), recursive: true);
    }

    private string PathOf(string path) => Path.Combine(directory, path);

    private static bool Has(string full, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(full);
        return file.Exists && file.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(full));
    }
}
