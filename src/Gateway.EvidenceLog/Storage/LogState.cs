using Gateway.Evidence;
using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>The state that a log is continued from.</summary>
/// <param name="Origin">The log's origin.</param>
/// <param name="Edge">The right edge of its tree.</param>
internal sealed record LogState(string Origin, TreeEdge Edge)
{
    /// <summary>Reads the state and compares it with the last entries and the last signed batch. All earlier entries
    /// are compared by a check of the whole log, which takes as long as the log is.</summary>
    /// <exception cref="EvidenceLogOpenException">The file contradicts itself.</exception>
    internal static LogState Read(SqliteConnection connection)
    {
        var (origin, edgeBytes) = connection
            .Rows("SELECT origin, edge FROM log", row => (row.GetString(0), row.GetFieldValue<byte[]>(1)))
            .SingleOrDefault();
        Require(LogOrigin.IsValid(origin), "it has no valid origin");
        var state = new LogState(origin, ReadEdge(edgeBytes));

        var count = (long)connection.Scalar("SELECT COALESCE(MAX(position) + 1, 0) FROM entry")!;
        Require(count == state.Edge.Size, $"it has {count} entries, and its tree has {state.Edge.Size}");
        state.CheckLastBatch(connection);
        return state;
    }

    /// <summary>The log that was lost before this one was begun; null where there was none.</summary>
    internal static Succession? ReadPredecessor(SqliteConnection connection) => connection
        .Rows(
            "SELECT origin, size, root, begin_time_ms FROM predecessor",
            row => new Succession(
                new LogHead(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))))
        .SingleOrDefault();

    private static TreeEdge ReadEdge(byte[] bytes)
    {
        try
        {
            return TreeEdge.Parse(bytes);
        }
        catch (FormatException exception)
        {
            throw Contradiction("the edge of its tree can't be read", exception);
        }
    }

    private void CheckLastBatch(SqliteConnection connection)
    {
        var text = connection.Bytes("SELECT text FROM batch ORDER BY size DESC LIMIT 1");
        if (text is null)
        {
            Require(Edge.Size == 0, "it has entries and no batch");
            return;
        }

        var batch = ReadBatch(text);
        Require(batch.Origin == Origin, $"its last batch is of {batch.Origin}, and the log is {Origin}");
        Require(batch.Size == Edge.Size, $"its last batch is of size {batch.Size}, and its tree has {Edge.Size}");
        Require(batch.Root.AsSpan().SequenceEqual(Edge.Root()), "its last batch has another root than its tree");
        var same = connection.Rows(
            "SELECT digest FROM entry WHERE position >= $first ORDER BY position",
            row => row.GetFieldValue<byte[]>(0),
            ("$first", batch.Size - batch.Entries.Count))
            .Zip(batch.Entries, (digest, entry) => digest.AsSpan().SequenceEqual(entry));
        Require(same.Count(equal => equal) == batch.Entries.Count, "its last batch has others than its last entries");
    }

    private static Batch ReadBatch(byte[] text)
    {
        try
        {
            return Batch.Parse(text);
        }
        catch (EvidenceException exception)
        {
            throw Contradiction("its last batch can't be read", exception);
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
            throw Contradiction(problem);
    }

    private static EvidenceLogOpenException Contradiction(string problem, Exception? cause = null) =>
        new($"The evidence log contradicts itself: {problem}.", cause, LogFault.Damaged);
}
