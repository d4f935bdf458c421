SELECT is_read_committed_snapshot_on AS State FROM sys.databases WHERE database_id = DB_ID()
