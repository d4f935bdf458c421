using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>
/// An open connection to the log's file, with the state that was read over it. A group is appended as a whole; after a
/// failure nobody knows what the file has, so the connection is closed and another one reads it. Used by one thread.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Action<LogStep, SqliteConnection>? _probe;
    private readonly PreparedStatement _begin;
    private readonly PreparedStatement _commit;
    private readonly PreparedStatement _entry;
    private readonly PreparedStatement _batch;
    private readonly PreparedStatement _audit;
    private readonly PreparedStatement _edge;
    private readonly CertificateStore _certificates;
    private readonly TileWriter _tiles;
    private readonly LogRetention _retention;

    internal LogFile(SqliteConnection connection, EvidenceLogOptions options)
    {
        _connection = connection;
        _probe = options.Probe;
        var state = LogState.Read(connection);
        Origin = state.Origin;
        Edge = state.Edge;
        Predecessor = LogState.ReadPredecessor(connection);
        _begin = new PreparedStatement(connection, "BEGIN IMMEDIATE");
        _commit = new PreparedStatement(connection, "COMMIT");
        _entry = new PreparedStatement(
            connection,
            "INSERT INTO entry (position, digest, call_id, statement) VALUES ($position, $digest, $call, $statement)",
            "$position", "$digest", "$call", "$statement");
        _batch = new PreparedStatement(
            connection,
            "INSERT INTO batch (size, text, signature) VALUES ($size, $text, $signature)",
            "$size", "$text", "$signature");
        _audit = new PreparedStatement(
            connection,
            """
            INSERT INTO audit_line (position, seal_time_ms, caller, branch_code, counter_code, teller_code,
              subject_kind, subject, outcome)
            VALUES ($position, $time, $caller, $branch, $counter, $teller, $kind, $subject, $outcome)
            """,
            "$position", "$time", "$caller", "$branch", "$counter", "$teller", "$kind", "$subject", "$outcome");
        _edge = new PreparedStatement(connection, "UPDATE log SET edge = $edge", "$edge");
        _certificates = new CertificateStore(connection);
        _tiles = new TileWriter(connection, Edge.Size);
        _retention = new LogRetention(connection, options);
        _probe?.Invoke(LogStep.Opened, connection);
    }

    internal string Origin { get; }

    /// <summary>The tree as the file has it.</summary>
    internal TreeEdge Edge { get; private set; }

    /// <summary>The log that was lost before this one was begun; null where there was none.</summary>
    internal Succession? Predecessor { get; }

    /// <summary>Looks into the file beside what it appends.</summary>
    internal T Ask<T>(Func<SqliteConnection, T> question) => question(_connection);

    /// <summary>Whether an append failed, so that this connection must not be used again.</summary>
    internal bool IsInDoubt { get; private set; }

    /// <summary>Appends a group with one commit, which is one flush.</summary>
    internal void Append(SealedGroup group)
    {
        IsInDoubt = true;
        _begin.Run();
        _certificates.AddChain(group.SigningChain);
        foreach (var batch in group.Batches)
            Append(batch, group.SealTime);
        _tiles.Write(group.Nodes);
        _edge.Run(group.Edge.ToBytes());
        _probe?.Invoke(LogStep.Committing, _connection);
        _commit.Run();
        _probe?.Invoke(LogStep.Committed, _connection);
        _certificates.Committed();
        Edge = group.Edge;
        IsInDoubt = false;
    }

    /// <summary>Keeps a time stamp, with one commit.</summary>
    internal void Keep(BatchStamp stamp)
    {
        IsInDoubt = true;
        _begin.Run();
        StampStore.Add(_connection, stamp);
        _commit.Run();
        IsInDoubt = false;
    }

    /// <summary>Keeps a signing certificate with its issuers (DER), with one commit.</summary>
    internal void Keep(IReadOnlyList<ReadOnlyMemory<byte>> signingChain)
    {
        IsInDoubt = true;
        _begin.Run();
        _certificates.AddChain(signingChain);
        _commit.Run();
        _certificates.Committed();
        IsInDoubt = false;
    }

    /// <summary>Writes and flushes without changing anything: whether it can be done.</summary>
    internal void Touch()
    {
        IsInDoubt = true;
        _begin.Run();
        _edge.Run(Edge.ToBytes());
        _commit.Run();
        IsInDoubt = false;
    }

    /// <summary>Removes some of what is no longer to be kept.</summary>
    /// <returns>Whether there may be more.</returns>
    internal bool RemoveExpired(DateTimeOffset now)
    {
        IsInDoubt = true;
        _begin.Run();
        var hasMore = _retention.Run(Edge.Size, now);
        _commit.Run();
        IsInDoubt = false;
        return hasMore;
    }

    // Closing rolls back what was not committed; it waits for the statements.
    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _entry, _batch, _audit, _edge })
            statement.Dispose();
        _certificates.Dispose();
        _tiles.Dispose();
        _retention.Dispose();
        _connection.Dispose();
    }

    private void Append(SealedBatch batch, DateTimeOffset sealTime)
    {
        var position = batch.Size - batch.Answers.Count;
        foreach (var answer in batch.Answers)
        {
            var entry = answer.Entry;
            var call = entry.CallId is { } id ? id.ToByteArray(bigEndian: true) : (object)DBNull.Value;
            _entry.Run(position, answer.Digest, call, entry.Statement);
            if (entry.Audit is { } audit)
            {
                _audit.Run(
                    position, sealTime.ToUnixTimeMilliseconds(), audit.Caller, audit.BranchCode, audit.CounterCode,
                    audit.TellerCode, audit.SubjectKind, audit.Subject, audit.Outcome);
            }

            _certificates.AddCaller(answer);
            position++;
        }

        _batch.Run(batch.Size, batch.Text, batch.Signature);
    }
}
