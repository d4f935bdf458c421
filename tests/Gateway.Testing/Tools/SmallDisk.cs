using Gateway.Testing.Gateways;

namespace Gateway.Testing.Tools;

/// <summary>A file system of its own of a few megabytes, which a test can fill up. Needs the right to mount.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private SmallDisk(string directory) => Directory = directory;

    /// <summary>Where it is mounted.</summary>
    public string Directory { get; }

    private string Filler => Path.Combine(Directory, "filler");

    /// <summary>Mounts one in a folder of its own.</summary>
    /// <exception cref="InvalidOperationException">That is not allowed.</exception>
    public static async Task<SmallDisk> MountAsync(int mebibytes) =>
        await TryMountAsync(TestFolders.Create(), mebibytes)
            ?? throw new InvalidOperationException("tmpfs cannot be mounted");

    /// <summary>Mounts one; null where that is not allowed.</summary>
    public static async Task<SmallDisk?> TryMountAsync(string directory, int mebibytes)
    {
        System.IO.Directory.CreateDirectory(directory);
        var run = await ToolRun.RunAsync("mount", ["-t", "tmpfs", "-o", $"size={mebibytes}m", "tmpfs", directory]);
        return run.ExitCode == 0 ? new SmallDisk(directory) : null;
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[65536, 4096, 1])
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // No room for a piece of this size.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Filler);

    /// <summary>Makes it read-only, or writable again. Nobody may have a file open for writing.</summary>
    public async Task SetReadOnlyAsync(bool isReadOnly)
    {
        var run = await ToolRun.RunAsync("mount", ["-o", isReadOnly ? "remount,ro" : "remount,rw", Directory]);
        if (run.ExitCode != 0)
            throw new InvalidOperationException(run.Error);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ToolRun.RunAsync("umount", ["-l", Directory]);
        System.IO.Directory.Delete(Directory);
    }
}
