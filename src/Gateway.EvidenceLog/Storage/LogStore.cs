using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Opens the log's file, for the first time and again after a failure.</summary>
internal sealed class LogStore(EvidenceLogOptions options, LogFileContents contents)
{
    /// <exception cref="EvidenceLogOpenException">The file can't be opened, is another gateway's, or contradicts
    /// itself.</exception>
    internal LogFile Open()
    {
        try
        {
            return Connect(SqliteOpenMode.ReadWriteCreate, contents.Prepare);
        }
        catch (SqliteException exception)
        {
            throw new EvidenceLogOpenException(
                $"The evidence log in '{options.Directory}' can't be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Opens the file that was open before; one that has vanished is not made again.</summary>
    /// <exception cref="EvidenceLogOpenException">The file is not the one that was open, or contradicts
    /// itself.</exception>
    /// <exception cref="SqliteException">The file can't be opened.</exception>
    internal LogFile Reopen(string origin, long size)
    {
        var file = Connect(SqliteOpenMode.ReadWrite, static (_, _) => { });
        if (file.Origin == origin && file.Edge.Size >= size)
            return file;
        file.Dispose();
        throw new EvidenceLogOpenException(
            $"The evidence log was {origin} of size {size} and is now {file.Origin} of size {file.Edge.Size}.");
    }

    private LogFile Connect(SqliteOpenMode mode, Action<SqliteConnection, string> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(options.Directory, EvidenceLog.FileName),
            Mode = mode,
            Pooling = false,
            DefaultTimeout = options.LockWaitSeconds,
        }.ToString());
        try
        {
            connection.Open();
            if (!"wal".Equals(connection.Scalar("PRAGMA journal_mode = WAL")))
                throw new EvidenceLogOpenException("The evidence log's file does not take a write-ahead log.");
            connection.Run("PRAGMA synchronous = FULL");

            // What is removed is overwritten, not only forgotten.
            connection.Run("PRAGMA secure_delete = ON");
            prepare(connection, options.Name);
            var file = new LogFile(connection, options);
            RequireName(file.Origin);
            return file;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void RequireName(string origin)
    {
        if (Evidence.LogOrigin.NameOf(origin) != options.Name)
        {
            throw new EvidenceLogOpenException(
                $"The evidence log in '{options.Directory}' is {origin}, and this gateway is named {options.Name}.");
        }
    }
}
