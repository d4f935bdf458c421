using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// Reads a log's file, also while a gateway fills it. Each method sees what was durable when it was called. Used by one
/// thread at a time. File errors surface as <see cref="SqliteException"/>.
/// </summary>
public sealed class EvidenceLogReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StoredTree _tree;
    private readonly TreeProofBuilder _proofs;
    private long _knownSize;

    private EvidenceLogReader(SqliteConnection connection)
    {
        // In one transaction, so that all of it is of one moment of a log that grows.
        using (connection.BeginTransaction(deferred: true))
        {
            LogSchema.Require(connection);
            var state = LogState.Read(connection);
            LastTiles.Read(connection, state.Edge.Size);
            (Origin, _knownSize) = (state.Origin, state.Edge.Size);
        }

        _connection = connection;
        _tree = new StoredTree(connection);
        _proofs = new TreeProofBuilder(_tree.Node);
    }

    /// <summary>The log's origin.</summary>
    public string Origin { get; }

    /// <summary>How many entries the log has.</summary>
    public long Size => (long)_connection.Scalar("SELECT COALESCE(MAX(position) + 1, 0) FROM entry")!;

    /// <summary>The root of the log when it had a size, 32 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log is smaller, or the size negative.</exception>
    public byte[] RootAt(long size)
    {
        RequireSize(size);
        return _proofs.Root(size);
    }

    /// <summary>The proof that the entry at a position is in the log of a size (RFC 9162, section 2.1.3.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log is smaller, or the entry is not in it.</exception>
    public InclusionProof InclusionProofOf(long position, long size)
    {
        RequireSize(size);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, size);
        return _proofs.Inclusion(position, size);
    }

    /// <summary>The proof that the log of a size begins with all that it had at an older size (RFC 9162, section
    /// 2.1.4.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log is smaller, or the older size is larger.</exception>
    public IReadOnlyList<byte[]> ConsistencyProof(long oldSize, long newSize)
    {
        RequireSize(newSize);
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        return _proofs.Consistency(oldSize, newSize);
    }

    /// <summary>The hash of a full subtree, 32 bytes: of the 2^height entries from index * 2^height on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log does not have all of them.</exception>
    public ReadOnlySpan<byte> Node(int height, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, 62);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, long.MaxValue >> height);
        RequireSize((index + 1) << height);
        return _tree.Node(height, index);
    }

    /// <summary>Opens the log in a data directory for reading only.</summary>
    /// <exception cref="EvidenceLogOpenException">There is none, it is of another version than this program's, or it
    /// contradicts itself.</exception>
    public static EvidenceLogReader Open(string directory)
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
            return new EvidenceLogReader(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw new EvidenceLogOpenException($"No evidence log can be read in '{directory}'.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The entry at a position from 0; null past the end.</summary>
    public LoggedEntry? Entry(long position) => _connection
        .Rows(
            "SELECT position, digest, call_id, statement FROM entry WHERE position = $at",
            LogRows.Entry,
            ("$at", position))
        .SingleOrDefault();

    /// <summary>The entry of a call; null if there is none, or its statement was removed.</summary>
    public LoggedEntry? FindByCall(Guid callId) => _connection
        .Rows(
            "SELECT position, digest, call_id, statement FROM entry WHERE call_id = $call ORDER BY position LIMIT 1",
            LogRows.Entry,
            ("$call", callId.ToByteArray(bigEndian: true)))
        .SingleOrDefault();

    /// <summary>All entries in log order, read while they are enumerated.</summary>
    public IEnumerable<LoggedEntry> Entries() =>
        _connection.Rows("SELECT position, digest, call_id, statement FROM entry ORDER BY position", LogRows.Entry);

    /// <summary>The entries from one position up to another, in log order, read while they are enumerated.</summary>
    public IEnumerable<LoggedEntry> Entries(long from, long until) => _connection.Rows(
        "SELECT position, digest, call_id, statement FROM entry WHERE position >= $from AND position < $until "
        + "ORDER BY position",
        LogRows.Entry,
        ("$from", from), ("$until", until));

    /// <summary>The digests of entries from a position on, in log order, 32 bytes each; fewer where the log
    /// ends.</summary>
    public IReadOnlyList<byte[]> Digests(long from, int count) => _tree.Digests(from, count);

    /// <summary>The batch that has the entry at a position; null past the end.</summary>
    public LoggedBatch? BatchOf(long position) => _connection
        .Rows(
            "SELECT size, text, signature FROM batch WHERE size > $at ORDER BY size LIMIT 1",
            LogRows.Batch,
            ("$at", position))
        .SingleOrDefault();

    /// <summary>All batches in log order, read while they are enumerated.</summary>
    public IEnumerable<LoggedBatch> Batches() =>
        _connection.Rows("SELECT size, text, signature FROM batch ORDER BY size", LogRows.Batch);

    /// <summary>All audit lines in log order, read while they are enumerated.</summary>
    public IEnumerable<LoggedAuditLine> AuditLines() => _connection.Rows(
        """
        SELECT position, seal_time_ms, caller, branch_code, counter_code, teller_code, subject_kind, subject, outcome
        FROM audit_line ORDER BY position
        """,
        ReadAuditLine);

    /// <summary>A certificate (DER) by its SHA-256; null if the log never met it.</summary>
    public byte[]? Certificate(byte[] sha256) =>
        (byte[]?)_connection.Scalar("SELECT der FROM certificate WHERE sha256 = $sha256", ("$sha256", sha256));

    /// <summary>A signing certificate and its issuers without the root (DER), by the signing certificate's SHA-256;
    /// empty if the log never met it.</summary>
    public IReadOnlyList<byte[]> SigningChain(byte[] sha256) =>
    [
        .. _connection.Rows(
            """
            SELECT der FROM signing_chain JOIN certificate ON sha256 = certificate_sha256
            WHERE signing_sha256 = $sha256 ORDER BY step
            """,
            row => row.GetFieldValue<byte[]>(0),
            ("$sha256", sha256)),
    ];

    /// <summary>All certificates that have signed or were announced to sign, each with its issuers without the root
    /// (DER).</summary>
    public IReadOnlyList<IReadOnlyList<byte[]>> SigningChains() =>
    [
        .. _connection
            .Rows(
                """
                SELECT signing_sha256, der FROM signing_chain JOIN certificate ON sha256 = certificate_sha256
                ORDER BY signing_sha256, step
                """,
                row => (Signer: Convert.ToHexString(row.GetFieldValue<byte[]>(0)), Der: row.GetFieldValue<byte[]>(1)))
            .GroupBy(row => row.Signer, row => row.Der)
            .Select(chain => (IReadOnlyList<byte[]>)[.. chain]),
    ];

    /// <summary>The time stamp that proves when an entry was there: the earliest one over a batch after it; null where
    /// there is none yet.</summary>
    public LoggedStamp? StampCovering(long position) => StampStore.Covering(_connection, position);

    /// <summary>All time stamps in log order, read while they are enumerated.</summary>
    public IEnumerable<LoggedStamp> Stamps() => StampStore.All(_connection);

    /// <summary>How far the log is covered by time stamps.</summary>
    public StampCoverage StampCoverage() => StampStore.Coverage(_connection);

    /// <summary>A time-stamp authority's certificate and its issuers without the root (DER), by the certificate's
    /// SHA-256; empty if the log never met it.</summary>
    public IReadOnlyList<byte[]> StampChain(byte[] sha256) => StampStore.Chain(_connection, sha256);

    /// <summary>A descriptor set by its SHA-256; null if the log never met it.</summary>
    public byte[]? Contract(byte[] sha256) =>
        (byte[]?)_connection.Scalar("SELECT descriptor_set FROM contract WHERE sha256 = $sha256", ("$sha256", sha256));

    /// <inheritdoc/>
    public void Dispose()
    {
        _tree.Dispose();
        _connection.Dispose();
    }

    private void RequireSize(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (size > _knownSize)
            _knownSize = Size;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, _knownSize);
    }

    private static LoggedAuditLine ReadAuditLine(SqliteDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        new AuditLine(
            row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
            row.GetString(8)));
}
