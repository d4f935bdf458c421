SELECT snapshot_isolation_state AS State FROM sys.databases WHERE database_id = DB_ID()
