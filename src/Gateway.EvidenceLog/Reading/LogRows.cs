using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Reads rows of the log's file; the columns in the order of the records' members.</summary>
internal static class LogRows
{
    private const int CallIdBytes = 16;

    internal static LoggedEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetFieldValue<byte[]>(1),
        row.IsDBNull(2) ? null : CallId(row.GetFieldValue<byte[]>(2)),
        row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3));

    internal static LoggedBatch Batch(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));

    // One that was tampered with is that of no call.
    private static Guid CallId(byte[] bytes) =>
        bytes.Length == CallIdBytes ? new Guid(bytes, bigEndian: true) : Guid.Empty;
}
