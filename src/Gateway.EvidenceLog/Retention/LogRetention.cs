using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Removes statements with their call ids, and audit lines, once their time is over: a few at a time, oldest first. An
/// entry itself, and with it the tree, stays as it is. Used by one thread, inside its transactions.
/// </summary>
internal sealed class LogRetention : IDisposable
{
    /// <summary>Most statements, and most audit lines, that are removed at a time.</summary>
    internal const int AtOnce = 256;

    private static readonly long GrowthStep = (long)TimeSpan.FromHours(1).TotalMilliseconds;

    private readonly SqliteConnection _connection;
    private readonly TimeSpan _statementTime;
    private readonly TimeSpan _auditTime;
    private readonly PreparedStatement _grow;
    private readonly PreparedStatement _statements;
    private readonly PreparedStatement _auditLines;

    internal LogRetention(SqliteConnection connection, EvidenceLogOptions options)
    {
        _connection = connection;
        _statementTime = options.StatementRetention;
        _auditTime = options.AuditRetention;
        _grow = new PreparedStatement(
            connection,
            """
            INSERT INTO log_growth (time_ms, size)
            SELECT MAX($time, COALESCE((SELECT MAX(time_ms) FROM log_growth), 0)), $size
            WHERE $size > COALESCE((SELECT size FROM log_growth ORDER BY time_ms DESC LIMIT 1), 0)
            ON CONFLICT (time_ms) DO UPDATE SET size = excluded.size
            """,
            "$time", "$size");
        _statements = new PreparedStatement(
            connection,
            "UPDATE entry SET call_id = NULL, statement = NULL WHERE position >= $from AND position < $to",
            "$from", "$to");
        _auditLines = new PreparedStatement(
            connection,
            """
            DELETE FROM audit_line WHERE seal_time_ms <= $until
              AND position IN (SELECT position FROM audit_line ORDER BY position LIMIT $most)
            """,
            "$until", "$most");
    }

    /// <summary>Removes what is due, at most <see cref="AtOnce"/> of each.</summary>
    /// <param name="size">The log's size.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether there may be more.</returns>
    internal bool Run(long size, DateTimeOffset now)
    {
        _grow.Run(((now.ToUnixTimeMilliseconds() / GrowthStep) + 1) * GrowthStep, size);
        var moreStatements = RemoveStatements(now - _statementTime);
        var removedLines = _auditLines.Run((now - _auditTime).ToUnixTimeMilliseconds(), (long)AtOnce);
        return moreStatements || removedLines == AtOnce;
    }

    public void Dispose()
    {
        _grow.Dispose();
        _statements.Dispose();
        _auditLines.Dispose();
    }

    // The log had a size at a time: all before that position is at least as old. A clock that was set back makes it only
    // seem younger.
    private bool RemoveStatements(DateTimeOffset until)
    {
        var (size, time) = _connection
            .Rows(
                "SELECT size, time_ms FROM log_growth ORDER BY time_ms LIMIT 1", row => (row.GetInt64(0), row.GetInt64(1)))
            .SingleOrDefault((0, long.MaxValue));
        if (time > until.ToUnixTimeMilliseconds())
            return false;

        var from = (long)_connection.Scalar("SELECT kept_from FROM log")!;
        var to = Math.Min(from + AtOnce, size);
        _statements.Run(from, to);
        _connection.Run("UPDATE log SET kept_from = $to", ("$to", to));
        if (to == size)
            _connection.Run("DELETE FROM log_growth WHERE time_ms = $time", ("$time", time));
        return true;
    }
}
