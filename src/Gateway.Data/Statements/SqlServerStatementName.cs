namespace Gateway.Data;

/// <summary>Names of statements that only SQL Server has; see <see cref="StatementName"/>.</summary>
internal static class SqlServerStatementName
{
    public const string DatabaseAllowSnapshots = "database_allow_snapshots";
    public const string DatabaseCommittedSnapshotState = "database_committed_snapshot_state";
    public const string DatabaseReadCommittedSnapshot = "database_read_committed_snapshot";
    public const string DatabaseSnapshotState = "database_snapshot_state";
    public const string SchemaLockTake = "schema_lock_take";
}
