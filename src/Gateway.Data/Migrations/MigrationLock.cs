namespace Gateway.Data;

/// <summary>Lets one process at a time change the schema, by holding a file next to the database.</summary>
internal static class MigrationLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes the lock; disposing lets it go. The file itself stays.</summary>
    /// <exception cref="MigrationException">Another process held it for too long.</exception>
    public static IDisposable Take(
        string path, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception)
            {
                if (time.GetElapsedTime(start) > patience)
                    throw new MigrationException("Another process is changing the schema for too long.", exception);
            }
            cancellationToken.WaitHandle.WaitOne(Poll);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
