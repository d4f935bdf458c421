using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Checks a whole log from its entries, also while a gateway fills it: what is durable when it begins is checked. Used
/// by one thread.
/// </summary>
public sealed class LogCheck : IDisposable
{
    private readonly SqliteConnection _connection;

    private LogCheck(SqliteConnection connection)
    {
        _connection = connection;
        LogSchema.Require(connection);
        Origin = connection.Scalar("SELECT origin FROM log") as string
            ?? throw new EvidenceLogOpenException("The evidence log has no origin.", fault: LogFault.Damaged);
        Size = (long)connection.Scalar("SELECT MAX("
            + "(SELECT COALESCE(MAX(position) + 1, 0) FROM entry), (SELECT COALESCE(MAX(size), 0) FROM batch))")!;
    }

    /// <summary>What the file says that its origin is.</summary>
    public string Origin { get; }

    /// <summary>How many entries are checked; progress is told in entries.</summary>
    public long Size { get; }

    /// <summary>Opens the log in a data directory for reading only.</summary>
    /// <exception cref="EvidenceLogOpenException">There is none, or it is of another version.</exception>
    public static LogCheck Open(string directory)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(directory, EvidenceLog.FileName),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new LogCheck(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new EvidenceLogOpenException(
                $"No evidence log can be read in '{directory}': {exception.Message}", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Checks the log.</summary>
    /// <param name="options">What is looked at.</param>
    /// <param name="progress">Told how many entries were checked; may be null.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public LogCheckReport Run(LogCheckOptions options, IProgress<long>? progress, CancellationToken stop)
    {
        var findings = new LogFindings(options.FindingsKept);
        var predecessor = LogState.ReadPredecessor(_connection);
        var batches = (long)_connection.Scalar("SELECT COUNT(*) FROM batch WHERE size <= $end", ("$end", Size))!;
        var statements = new StatementCheck(Origin, predecessor, findings);
        var anchors = new AnchorCheck(new LogHead(Origin, Size, []), options.Anchors, findings);
        var signatures = options is { Verifier: { } verifier, Signatures: null or > 0 }
            ? new SignatureCheck(_connection, verifier, OneIn(options.Signatures, batches), Size, findings)
            : null;
        var stamps = options.TimeStamps is { } stampVerifier
            ? new StampCheck(_connection, stampVerifier, Size, findings)
            : null;
        using var tiles = new TileCheck(_connection, findings);
        List<ILogCheck> checks = [statements, anchors, tiles, .. Given(signatures), .. Given(stamps)];
        var tree = new TreeEdge();
        try
        {
            tree = new LogWalk(_connection, findings, checks).Run(Origin, 0, Size, progress, stop) ?? tree;
            anchors.End();
            stamps?.End();
            CheckEdge(tree, findings);
        }
        catch (SqliteException exception)
        {
            findings.Add(LogFindingKind.File, null, $"the file can't be read any further: {exception.Message}");
        }

        return new LogCheckReport
        {
            Head = new LogHead(Origin, tree.Size, tree.Root()),
            Predecessor = predecessor?.Head,
            Batches = batches,
            SignaturesVerified = signatures?.Verified ?? 0,
            TimeStampsVerified = stamps?.Verified ?? 0,
            StatementsRemoved = statements.Removed,
            Findings = findings.Kept,
            FindingCount = findings.Count,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static IEnumerable<ILogCheck> Given(ILogCheck? check) => check is null ? [] : [check];

    private static long OneIn(long? wanted, long batches) =>
        wanted is { } count ? Math.Max(1, batches / count) : 1;

    // The log may have grown meanwhile; its edge then has to grow out of what was checked.
    private void CheckEdge(TreeEdge tree, LogFindings findings)
    {
        try
        {
            using var moment = _connection.BeginTransaction(deferred: true);
            var edge = TreeEdge.Parse(_connection.Bytes("SELECT edge FROM log"));
            var grown = tree.Clone();
            foreach (var digest in _connection.Rows(
                "SELECT digest FROM entry WHERE position >= $size ORDER BY position",
                row => row.GetFieldValue<byte[]>(0),
                ("$size", tree.Size)))
                grown.Append(digest);
            if (!edge.ToBytes().AsSpan().SequenceEqual(grown.ToBytes()))
                findings.Add(LogFindingKind.Edge, null, $"the edge is not that of a tree of {grown.Size} entries");
        }
        catch (FormatException)
        {
            findings.Add(LogFindingKind.Edge, null, "the edge of the tree can't be read");
        }
    }
}
