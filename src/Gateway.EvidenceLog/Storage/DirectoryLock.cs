namespace Gateway.EvidenceLog;

/// <summary>Holds the data directory for one process, and in it for one log.</summary>
internal sealed class DirectoryLock : IDisposable
{
    internal const string FileName = "gateway.lock";

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <exception cref="EvidenceLogOpenException">Another has it.</exception>
    internal static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            return new DirectoryLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceLogOpenException(
                $"The data directory '{directory}' can't be locked; perhaps another gateway is using it.", exception);
        }
    }

    // The file stays: to delete it would let a second process lock a new one while a third still holds the old one.
    public void Dispose() => _file.Dispose();
}
