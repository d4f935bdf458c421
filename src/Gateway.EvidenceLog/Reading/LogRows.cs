using Microsoft.Data.Sqlite;

namespace Gateway.EvidenceLog;

/// <summary>Reads rows of the log's file; the columns in the order of the records' members.</summary>
internal static class LogRows
{
    internal static LoggedEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetFieldValue<byte[]>(1),
        row.IsDBNull(2) ? null : new Guid(row.GetFieldValue<byte[]>(2), bigEndian: true),
        row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3));

    internal static LoggedBatch Batch(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
}
