using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Client.Watching.Records;

/// <summary>Files that are there whole or not at all, also after the power failed.</summary>
internal static class DurableFiles
{
    private const string Beside = ".new";
    private const int ReadOnly = 0;

    /// <summary>Puts a file in its place: written beside, flushed, renamed, and the folder flushed.</summary>
    public static void Put(string path, ReadOnlySpan<byte> content)
    {
        Write(path + Beside, content);
        File.Move(path + Beside, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Puts a folder of files in its place, the name of the folder last.</summary>
    public static void PutFolder(string path, IEnumerable<(string Name, byte[] Content)> files)
    {
        var beside = path + Beside;
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        foreach (var (name, content) in files)
        {
            var file = Path.Combine(beside, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            Write(file, content);
            FlushFolder(Path.GetDirectoryName(file)!);
        }

        FlushFolder(beside);
        Directory.Move(beside, path);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes the names in a folder durable. Windows does so by itself.</summary>
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), ReadOnly);
        if (descriptor < 0)
            throw new IOException($"The folder '{path}' can't be flushed: error {Marshal.GetLastPInvokeError()}.");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    // The framework opens no folders.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);
}
