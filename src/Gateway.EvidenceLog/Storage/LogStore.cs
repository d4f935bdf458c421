using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Opens the log's file, for the first time and again after a failure.</summary>
internal sealed class LogStore(EvidenceLogOptions options, LogFileContents contents)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int MillisecondsASecond = 1000;

    private string Path => System.IO.Path.Combine(options.Directory, EvidenceLog.FileName);

    /// <summary>Opens the file, or makes it where no log is known; with what it has compared.</summary>
    /// <exception cref="EvidenceLogOpenException">The file can't be opened, is another gateway's or not the known one, or
    /// contradicts itself.</exception>
    internal LogFile Open()
    {
        if (options.Anchor is not { } anchor)
            return OpenOrMake(null);
        try
        {
            RequireFile(anchor);
            return OpenOrMake(null);
        }
        catch (EvidenceLogOpenException exception) when (IsAccepted(exception.Fault, anchor))
        {
            AsideFiles.Move(Path);
            return OpenOrMake(anchor);
        }
    }

    /// <summary>Opens the file that was open before; one that has vanished is not made again.</summary>
    /// <exception cref="EvidenceLogOpenException">The file is not the one that was open, or contradicts
    /// itself.</exception>
    /// <exception cref="SqliteException">The file can't be opened.</exception>
    internal LogFile Reopen(string origin, long size)
    {
        var file = Connect(SqliteOpenMode.ReadWrite, static _ => { });
        if (file.Origin == origin && file.Edge.Size >= size)
            return file;
        file.Dispose();
        throw new EvidenceLogOpenException(
            $"The evidence log was {origin} of size {size} and is now {file.Origin} of size {file.Edge.Size}.");
    }

    private bool IsAccepted(LogFault fault, LogHead anchor) =>
        options.AcceptedLoss == anchor.Origin && fault is not (LogFault.Unusable or LogFault.AnotherGateway);

    private void RequireFile(LogHead anchor)
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0)
        {
            throw new EvidenceLogOpenException(
                $"There is no evidence log in '{options.Directory}', and {anchor} is known.", fault: LogFault.Missing);
        }
    }

    private LogFile OpenOrMake(LogHead? predecessor)
    {
        LogFile? file = null;
        try
        {
            file = Connect(
                SqliteOpenMode.ReadWriteCreate,
                connection => contents.Prepare(connection, options.Name, predecessor));
            LogGuard.Check(file, options);
            return file;
        }
        catch (SqliteException exception)
        {
            file?.Dispose();
            throw new EvidenceLogOpenException(
                $"The evidence log in '{options.Directory}' can't be opened: {exception.Message}",
                exception,
                exception.SqliteErrorCode is Corrupt or NotADatabase ? LogFault.Damaged : LogFault.Unusable);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    private LogFile Connect(SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
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
            connection.Run($"PRAGMA busy_timeout = {options.LockWaitSeconds * MillisecondsASecond}");

            // What is removed is overwritten, not only forgotten.
            connection.Run("PRAGMA secure_delete = ON");
            prepare(connection);
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
                $"The evidence log in '{options.Directory}' is {origin}, and this gateway is named {options.Name}.",
                fault: LogFault.AnotherGateway);
        }
    }
}
