using System.Buffers.Binary;
using Gateway.Evidence;
using Gateway.EvidenceLog;
using Microsoft.Data.Sqlite;
using Log = Gateway.EvidenceLog.EvidenceLog;

namespace Gateway.Testing.Logs;

/// <summary>
/// A log of any size whose statements are gone, written without sealing each: a file of the first version, as a gateway
/// of that time left it. The next one that opens it makes it the latest.
/// </summary>
internal static class FilledLog
{
    private static readonly int BatchedEntries = 2 * new EvidenceLogOptions().EntriesCheckedAtStart;

    /// <summary>The entry at a position: 32 bytes that are like no other's.</summary>
    public static byte[] Entry(long position)
    {
        var entry = new byte[32];
        BinaryPrimitives.WriteInt64BigEndian(entry, position);
        BinaryPrimitives.WriteUInt64BigEndian(entry.AsSpan(24), unchecked((ulong)position * 0x9E3779B97F4A7C15));
        return entry;
    }

    /// <summary>Writes the file with its entries and its newest batches, as many as are looked at when it is
    /// opened.</summary>
    /// <param name="directory">An empty directory.</param>
    /// <param name="origin">The log's origin.</param>
    /// <param name="size">How many entries, at least 1.</param>
    /// <param name="signer">Signs the batches.</param>
    /// <param name="now">When.</param>
    public static void Write(string directory, string origin, long size, IBatchSigner signer, DateTimeOffset now)
    {
        var file = Path.Combine(directory, Log.FileName);
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        connection.Run("PRAGMA synchronous = OFF");
        LogSchema.Upgrade(connection, 1, _ => connection.Run(
            "INSERT INTO log (id, origin, create_time, edge) VALUES (1, $origin, '2026-01-01T00:00:00Z', x'')",
            ("$origin", origin)));

        using var transaction = connection.BeginTransaction();
        var edge = new TreeEdge();
        using (var insert = new PreparedStatement(
            connection, "INSERT INTO entry (position, digest) VALUES ($position, $digest)", "$position", "$digest"))
        {
            for (var position = 0L; position < size; position++)
            {
                var entry = Entry(position);
                edge.Append(entry);
                insert.Run(position, entry);
                var isEnd = edge.Size % Batch.MaxEntries == 0 || edge.Size == size;
                if (isEnd && size - edge.Size < BatchedEntries)
                    AddBatch(connection, origin, edge, signer, now);
            }
        }

        connection.Run("UPDATE log SET edge = $edge", ("$edge", edge.ToBytes()));
        transaction.Commit();
    }

    private static void AddBatch(
        SqliteConnection connection, string origin, TreeEdge edge, IBatchSigner signer, DateTimeOffset now)
    {
        var first = (edge.Size - 1) / Batch.MaxEntries * Batch.MaxEntries;
        var batch = new Batch
        {
            Origin = origin,
            Size = edge.Size,
            Root = edge.Root(),
            Entries = [.. Enumerable.Range(0, (int)(edge.Size - first)).Select(each => Entry(first + each))],
        };
        connection.Run(
            "INSERT INTO batch (size, text, signature) VALUES ($size, $text, $signature)",
            ("$size", batch.Size),
            ("$text", batch.ToBytes()),
            ("$signature", signer.Sign(batch, now)));
    }
}
